package io.noetl.adapters.cli.executions;

import io.noetl.adapters.cli.terminal.InstantText;
import io.noetl.application.history.ExecutionTree;
import io.noetl.application.history.ExecutionTree.TreeNode;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tree of an execution as JSON: its summary, and the root under {@code tree}. */
final class TreeDocument {

  private TreeDocument() {}

  static Value of(ExecutionTree tree) {
    Map<String, Value> entries = SummaryText.entries(tree.execution());
    entries.put("tree", node(tree.root()));
    return Value.of(entries);
  }

  private static Value node(TreeNode node) {
    Double duration = node.duration();
    String error = node.error();
    Integer attempt = node.attempt();
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("node_id", Value.of(node.nodeId()));
    entries.put("name", Value.of(node.name()));
    entries.put("type", Value.of(node.type()));
    entries.put("status", Value.of(node.status()));
    entries.put("started_at", Value.of(InstantText.microseconds(node.startedAt())));
    entries.put("duration", duration == null ? Value.NULL : Value.of((double) duration));
    entries.put("error", error == null ? Value.NULL : Value.of(error));
    if (attempt != null) {
      entries.put("attempt", Value.of((long) attempt));
    }
    if (node.filtered() > 0) {
      entries.put("filtered", Value.of(node.filtered()));
    }
    entries.put("children", Value.of(node.children().stream().map(TreeDocument::node).toList()));
    if (node.omitted().count() > 0) {
      entries.put("omitted", Value.of(node.omitted().count()));
      entries.put("omitted_failed", Value.of(node.omitted().failed()));
    }
    return Value.of(entries);
  }
}
