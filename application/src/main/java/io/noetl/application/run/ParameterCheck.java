package io.noetl.application.run;

import io.noetl.domain.playbook.BoundNames;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Parameters.Parameter;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.template.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Warns of required parameters that neither a task's {@code with} nor that of its call gives, and that no path defines as a
 * variable. A payload may bring them, so it is never more than a warning.
 */
final class ParameterCheck {

  /** In names of fewer letters most others are near. */
  private static final int SHORTEST_TO_COMPARE = 3;

  private final Playbook playbook;
  private final Set<String> bound;
  private final List<Problem> warnings = new ArrayList<>();

  private ParameterCheck(Playbook playbook) {
    this.playbook = playbook;
    this.bound =
        BoundNames.of(playbook.workload(), playbook.tasks().values(), playbook.steps().values(), playbook.policy());
    if (!playbook.confidential().variables().isEmpty()) {
      bound.add("env");
    }
  }

  /**
   * The warnings, each at a call.
   *
   * @param playbook whose tasks have the parameters that their runners found
   */
  static List<Problem> warnings(Playbook playbook) {
    ParameterCheck check = new ParameterCheck(playbook);
    playbook.steps().values().forEach(step -> step.action().taskCall().ifPresent(check::check));
    return check.warnings;
  }

  /** What the {@code with} of a call gives is bound as well. */
  private void check(TaskCall call) {
    Task task = playbook.task(call);
    if (!(task.parameters() instanceof Parameters.Named named)) {
      return;
    }
    for (Parameter parameter : named.parameters()) {
      String name = parameter.name();
      if (parameter.required() && !bound.contains(name) && !task.with().entries().containsKey(name)) {
        warnings.add(
            new Problem(
                "%s task '%s': nothing defines its parameter '%s'%s".formatted(task.type(), task.name(), name, advice(name)),
                call.position()));
      }
    }
  }

  private String advice(String name) {
    Optional<String> meant =
        name.length() < SHORTEST_TO_COMPARE ? Optional.empty() : NearestText.to(name, List.copyOf(bound));
    return meant
        .map(near -> "; did you mean '" + near + "'?")
        .orElse("; give it under 'with' unless a payload brings it, or give it a default");
  }
}
