package io.noetl.adapters.cli.executions;

import io.noetl.adapters.cli.terminal.DurationText;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.application.history.ExecutionTree.Omitted;
import io.noetl.application.history.ExecutionTree.TreeNode;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The tree of an execution as lines: name, status, duration, error. */
final class TreeLines {

  private static final String TASK = "task.";

  private final Style style;
  private final Consumer<String> lines;

  TreeLines(Style style, Consumer<String> lines) {
    this.style = style;
    this.lines = lines;
  }

  void write(TreeNode root) {
    lines.accept(line(root));
    children(root, "");
  }

  private void children(TreeNode node, String indent) {
    if (hasOnlyItsTask(node)) {
      return;
    }
    List<TreeNode> children = node.children();
    boolean more = node.omitted().count() > 0;
    for (int i = 0; i < children.size(); i++) {
      boolean last = !more && i == children.size() - 1;
      lines.accept(indent + (last ? "└─ " : "├─ ") + line(children.get(i)));
      children(children.get(i), indent + (last ? "   " : "│  "));
    }
    if (more) {
      lines.accept(indent + "└─ " + style.faint(omitted(node.omitted())));
    }
  }

  private String line(TreeNode node) {
    Double duration = node.duration();
    StringBuilder line = new StringBuilder(LineText.of(label(node)));
    line.append("  ").append(style.status(LineText.of(node.status())));
    line.append(duration == null ? "" : "  " + DurationText.of(duration));
    if (hasOnlyItsTask(node)) {
      line.append("  ").append(style.faint(LineText.of(taskLabel(node.children().getFirst()))));
    }
    if (node.filtered() > 0) {
      line.append("  ").append(node.filtered()).append(" filtered out");
    }
    if (node.error() != null) {
      line.append("  ").append(LineText.of(node.error()));
    }
    return line.toString();
  }

  /** The last part of the path, with its index or visit; a task's type and attempt. */
  private static String label(TreeNode node) {
    if (node.type().startsWith(TASK)) {
      Integer attempt = node.attempt();
      return taskLabel(node) + (attempt == null || attempt == 1 ? "" : " attempt " + attempt);
    }
    String nodeId = node.nodeId();
    return nodeId.isEmpty() ? node.name() : nodeId.substring(nodeId.lastIndexOf('.') + 1);
  }

  private static String taskLabel(TreeNode task) {
    return task.type().substring(TASK.length()) + " " + task.name();
  }

  /** Whether a step's only child is a task that tells nothing more than the step does. */
  private static boolean hasOnlyItsTask(TreeNode node) {
    if (node.children().size() != 1 || node.omitted().count() > 0) {
      return false;
    }
    TreeNode child = node.children().getFirst();
    return child.type().startsWith(TASK)
        && child.status().equals(node.status())
        && (child.error() == null || Objects.equals(child.error(), node.error()));
  }

  private static String omitted(Omitted omitted) {
    return "… %d more, %s".formatted(omitted.count(), omitted.failed() == 0 ? "none failed" : omitted.failed() + " failed");
  }
}
