package io.noetl.domain.playbook;

import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;
import java.util.List;

/**
 * A step of the workflow.
 *
 * @param action what it does
 * @param result evaluated in order after the action and bound; where there are any, they become the step's data
 * @param next where execution goes from here, in order; for a body loop, the targets of its body
 * @param policy what holds for it beside its action
 */
public record Step(
    String name,
    Position position,
    String description,
    StepAction action,
    Fields result,
    List<NextEntry> next,
    StepPolicy policy) {

  /** The step where execution begins. */
  public static final String START = "start";

  /** The step that joins all branches of an execution. */
  public static final String END = "end";

  public Step {
    next = List.copyOf(next);
  }

  /** A step without policies. */
  public Step(
      String name, Position position, String description, StepAction action, Fields result, List<NextEntry> next) {
    this(name, position, description, action, result, next, StepPolicy.NONE);
  }
}
