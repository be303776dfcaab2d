package io.noetl.domain.execution;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.Status;
import io.noetl.domain.execution.ExecutionState.Phase;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folds the events that end steps: what a step yielded is bound, and the steps that follow it wait. */
final class StepFold {

  private final Plan plan;

  StepFold(Plan plan) {
    this.plan = plan;
  }

  ExecutionState ended(ExecutionState state, Event event) {
    if (event.status() == Status.SKIPPED) {
      return skipped(state, event);
    }
    if (event.status() != Status.ERROR) {
      return done(state, event);
    }
    return Notes.onError(event).isEmpty() ? failed(state, event) : accepted(state, event);
  }

  /** A failure that the step's {@code on_error} accepts. */
  private ExecutionState accepted(ExecutionState state, Event event) {
    return Fold.change(
        state,
        event,
        frame -> {
          Step step = visit(frame, event).step();
          boolean inAction = frame.activity() instanceof Activity.Finished;
          StepOutcome outcome = inAction ? ((Activity.Finished) frame.activity()).outcome() : StepOutcome.Done.NOTHING;
          StepOutcome.Failed failed =
              new StepOutcome.Failed(Fold.message(event), Notes.at(event), event.output(), true);
          LoopFrame loop =
              outcome instanceof StepOutcome.Failed before && Notes.onError(event).equals("continue")
                  ? before.loop()
                  : null;
          return frame
              .with(Bindings.ofFailure(plan, step, failed, frame.scope()))
              .withData(step.name(), event.output() == null ? Value.NULL : event.output())
              .withFirst(following(step, loop, event))
              .with(new Activity.Idle());
        });
  }

  private ExecutionState done(ExecutionState state, Event event) {
    return Fold.change(
        state,
        event,
        frame -> {
          StepOutcome.Done done = outcome(frame, event);
          Step step = visit(frame, event).step();
          boolean reshaped = !step.result().entries().isEmpty();
          Scope scope = Bindings.ofAction(plan, step, done, frame.scope());
          Value data = done.data();
          if (reshaped || step.policy().returned() != null) {
            data = event.output() == null ? Value.NULL : event.output();
            scope = Bindings.reshaped(plan, step, data, done, reshaped ? scope.bindAll(Fold.output(event)) : scope);
          }
          return frame
              .with(scope)
              .withData(step.name(), data)
              .withFirst(following(step, done.loop(), event))
              .with(new Activity.Idle());
        });
  }

  private ExecutionState skipped(ExecutionState state, Event event) {
    return Fold.change(
        state,
        event,
        frame -> {
          Step step = Fold.stepping(frame, event).visit().step();
          LoopFrame loop = LoopFrame.of(LoopWork.NOTHING, event.sequence(), event.timestamp());
          return frame
              .with(Bindings.ofSkipped(step, frame.scope()))
              .withData(step.name(), Value.NULL)
              .withFirst(following(step, step.action() instanceof StepAction.BodyLoop ? loop : null, event))
              .with(new Activity.Idle());
        });
  }

  /** The steps that follow: the end of the loop that ended, and the routes taken. */
  private List<Pending> following(Step step, @Nullable LoopFrame loop, Event event) {
    List<Pending> following = new ArrayList<>();
    if (loop != null) {
      StepVisit visit = new StepVisit(step, event.node(), event.sequence(), event.timestamp(), false);
      plan.endOf(step).ifPresent(end -> following.add(Pending.loopEnd(visit, loop, end)));
    }
    following.addAll(routes(step, event));
    return following;
  }

  static List<Pending> routes(Step step, Event event) {
    return Notes.routes(event).stream()
        .map(place -> Pending.of(step.name(), event.node().id(), Route.of(step, place)))
        .toList();
  }

  private ExecutionState failed(ExecutionState state, Event event) {
    int[] path = Nodes.path(event.node().id());
    Frame frame = Frames.at(state.root(), path);
    String step = event.node().name();
    boolean known =
        Notes.cancelled(event)
            || Notes.accepted(event)
            || (frame.activity() instanceof Activity.Finished finished
                && finished.outcome() instanceof StepOutcome.Failed failed
                && failed.known());
    String at = Notes.at(event);
    StepOutcome.Failed failure =
        new StepOutcome.Failed("step '" + step + "' failed: " + Fold.message(event), at, null, true);
    Frame failing = frame.withData(step, Value.NULL).with(new Activity.Failing(failure));
    if (state.phase() == Phase.FINALLY) {
      return FinalSteps.failed(state, frame, step, failure, known ? null : event);
    }
    ExecutionState failed = state.with(Frames.change(state.root(), path, old -> failing));
    return known ? failed : failed.with(new ExecutionFailure(event.node().id(), step, Fold.message(event), at));
  }

  private static StepVisit visit(Frame frame, Event event) {
    return switch (frame.activity()) {
      case Activity.Stepping stepping -> stepping.visit();
      case Activity.Finished finished -> finished.visit();
      case Activity.Idle idle -> throw Fold.cannotFollow(event);
      case Activity.Entering entering -> throw Fold.cannotFollow(event);
      case Activity.Running running -> throw Fold.cannotFollow(event);
      case Activity.Waiting waiting -> waiting.visit();
      case Activity.Looping looping -> throw Fold.cannotFollow(event);
      case Activity.Failing failing -> throw Fold.cannotFollow(event);
    };
  }

  private static StepOutcome.Done outcome(Frame frame, Event event) {
    if (frame.activity() instanceof Activity.Finished finished) {
      if (finished.outcome() instanceof StepOutcome.Done done) {
        return done;
      }
      throw Fold.cannotFollow(event);
    }
    return StepOutcome.Done.NOTHING;
  }
}
