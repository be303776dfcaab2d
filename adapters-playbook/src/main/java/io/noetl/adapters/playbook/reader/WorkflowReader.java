package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Sequence;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.template.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the workflow: a list of steps, among them {@code start}. */
final class WorkflowReader {

  private final StepReader steps;
  private final Problems problems;

  WorkflowReader(StepReader steps, Problems problems) {
    this.steps = steps;
    this.problems = problems;
  }

  /** The steps by name, in the order of the file; of two with the same name the first. */
  Map<String, StepDraft> read(@Nullable Entry workflow) {
    Map<String, StepDraft> found = new LinkedHashMap<>();
    if (workflow == null) {
      problems.error(Position.START, "the playbook has no 'workflow', the list of its steps");
      return found;
    }
    if (!(workflow.value() instanceof Sequence sequence)) {
      problems.error(workflow.value().position(), "'workflow' must be a list of steps, not " + workflow.value().kind());
      return found;
    }
    sequence.items().forEach(item -> steps.read(item).ifPresent(draft -> add(draft, found)));
    if (!found.containsKey(Step.START)) {
      String message = "no step is named 'start', where execution begins" + Suggestion.after(Step.START, found.keySet());
      problems.error(workflow.position(), message);
    }
    return found;
  }

  private void add(StepDraft draft, Map<String, StepDraft> found) {
    StepDraft earlier = found.putIfAbsent(draft.name(), draft);
    if (earlier != null) {
      problems.error(
          draft.nameAt(), "step '" + draft.name() + "' is there already, on line " + earlier.nameAt().line());
    }
  }
}
