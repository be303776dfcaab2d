package io.noetl.domain.playbook;

import java.util.Optional;

/** What a step does before its {@code next} is taken. */
public sealed interface StepAction {

  /** Nothing: the step only routes, or evaluates its {@code result}. */
  record Route() implements StepAction {}

  /** Runs a task. */
  record Call(TaskCall call) implements StepAction {}

  /** Runs the step's {@code next} targets as a body, once per item. */
  record BodyLoop(Loop loop) implements StepAction {}

  /** Runs a task once per item; the list of the results is the step's data. */
  record TaskLoop(Loop loop, TaskCall call) implements StepAction {}

  /** Where the branches of the body of {@code loopStep} come together. */
  record EndLoop(String loopStep) implements StepAction {}

  /** The call of a task, made once or per item; nothing where there is none. */
  default Optional<TaskCall> taskCall() {
    return switch (this) {
      case Call call -> Optional.of(call.call());
      case TaskLoop loop -> Optional.of(loop.call());
      case Route route -> Optional.empty();
      case BodyLoop loop -> Optional.empty();
      case EndLoop end -> Optional.empty();
    };
  }
}
