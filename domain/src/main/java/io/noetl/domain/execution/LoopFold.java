package io.noetl.domain.execution;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.value.Value;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Folds the events of loops. */
final class LoopFold {

  private final Plan plan;

  LoopFold(Plan plan) {
    this.plan = plan;
  }

  /** The items are evaluated again, in the state in which they were before, instead of being kept in the log. */
  Frame started(ExecutionState state, Frame frame, Event event) {
    if (!(frame.activity() instanceof Activity.Stepping stepping)) {
      throw Fold.cannotFollow(event);
    }
    LoopWork work = LoopWorks.of(plan, stepping.visit().step(), frame.scope(), new Rendering(plan, state));
    if (work == null) {
      throw Fold.cannotFollow(event);
    }
    LoopFrame loop = LoopFrame.of(work, event.sequence(), event.timestamp());
    return frame.with(new Activity.Looping(stepping.visit(), loop));
  }

  ExecutionState filtered(ExecutionState state, Event event) {
    int[] path = Nodes.path(event.node().id());
    int index = path[path.length - 1];
    return state.with(Frames.changeLoop(state.root(), path, loop -> loop.withFiltered(index)));
  }

  ExecutionState iterationStarted(ExecutionState state, Event event) {
    int[] path = Nodes.path(event.node().id());
    int index = path[path.length - 1];
    Frame enclosing = Frames.at(state.root(), Arrays.copyOf(path, path.length - 1));
    Step step = plan.playbook().step(event.node().name());
    Frame.Place place =
        new Frame.Place(event.node().id(), event.sequence(), event.timestamp(), step.name(), index);
    Scope scope = enclosing.scope().inner().bindAll(Fold.received(event));
    Frame iteration = Frame.of(place, scope, first(step, event)).withFirst(StepFold.routes(step, event));
    return state.with(Frames.changeLoop(state.root(), path, loop -> loop.withActive(index, iteration)));
  }

  private static Activity first(Step step, Event event) {
    StepOutcome.Failed failure = Notes.failure(event);
    if (step.action() instanceof StepAction.TaskLoop) {
      StepVisit item = new StepVisit(step, event.node(), event.sequence(), event.timestamp(), true);
      return new Activity.Stepping(item, failure);
    }
    return failure == null ? new Activity.Idle() : new Activity.Failing(failure);
  }

  ExecutionState iterationEnded(ExecutionState state, Event event) {
    int[] path = Nodes.path(event.node().id());
    int index = path[path.length - 1];
    Frame iteration = Frames.at(state.root(), path);
    Step step = plan.playbook().step(event.node().name());
    boolean failed = event.status() == Status.ERROR;
    boolean cancelled = Notes.cancelled(event);
    Loop.OnItemError policy = Loops.onItemError(plan, step);
    LoopFrame running = loopOf(state, path);
    StepOutcome.Failed stop = failed ? stop(step, running, index, event) : null;
    Value result = Loops.keepsResults(plan, step, running.size()) ? result(step, iteration, event) : null;
    Frame root =
        Frames.changeLoop(
            state.root(), path, loop -> loop.withoutActive(index, result, failed, cancelled ? null : stop));
    ExecutionState ended = state.with(root);
    if (!failed || cancelled) {
      return ended;
    }
    ExecutionFailure failure = failure(step, event);
    ExecutionState counted = known(iteration) || Notes.accepted(event) ? ended : ended.with(failure);
    return policy == Loop.OnItemError.FINISH ? counted.withFailedItem(failure) : counted;
  }

  private static LoopFrame loopOf(ExecutionState state, int[] path) {
    Frame enclosing = Frames.at(state.root(), Arrays.copyOf(path, path.length - 1));
    if (enclosing.activity() instanceof Activity.Looping looping) {
      return looping.loop();
    }
    throw new IllegalArgumentException("the scope '" + enclosing.place().nodeId() + "' runs no loop");
  }

  /** What an item adds to the results: the data of its steps, or of its task. */
  private static Value result(Step step, Frame iteration, Event event) {
    if (!(step.action() instanceof StepAction.TaskLoop)) {
      return iteration.data().asMap();
    }
    return event.status() == Status.ERROR || event.output() == null ? Value.NULL : event.output();
  }

  /** The failure that stops the loop, when this item's does. */
  private static StepOutcome.@Nullable Failed stop(Step step, LoopFrame running, int index, Event event) {
    Loop loop = Loops.of(step);
    Long most = loop.limits().maxFailures();
    String error;
    if (loop.onItemError() == Loop.OnItemError.FAIL) {
      error = "item " + index + " of loop '" + step.name() + "' failed: " + Fold.message(event);
    } else if (most != null && running.counts().failed() + 1 > most) {
      error =
          (running.counts().failed() + 1) + " items of loop '" + step.name() + "' failed, more than max_failures allows ("
              + most + "); the last: " + Fold.message(event);
    } else {
      return null;
    }
    return new StepOutcome.Failed(error, Notes.at(event), null, true);
  }

  private static boolean known(Frame iteration) {
    return switch (iteration.activity()) {
      case Activity.Failing failing -> failing.failure().known();
      case Activity.Finished finished -> finished.outcome() instanceof StepOutcome.Failed failed && failed.known();
      case Activity.Stepping stepping -> false;
      case Activity.Idle idle -> true;
      case Activity.Entering entering -> true;
      case Activity.Running running -> true;
      case Activity.Waiting waiting -> true;
      case Activity.Looping looping -> true;
    };
  }

  private static ExecutionFailure failure(Step step, Event event) {
    return new ExecutionFailure(event.node().id(), step.name(), Fold.message(event), Notes.at(event));
  }

  Frame ended(Frame frame, Event event) {
    if (!(frame.activity() instanceof Activity.Looping looping)) {
      throw Fold.cannotFollow(event);
    }
    return frame.with(new Activity.Finished(looping.visit(), outcome(looping, event)));
  }

  private StepOutcome outcome(Activity.Looping looping, Event event) {
    @Nullable String error = event.error();
    LoopFrame loop = looping.loop();
    if (error != null) {
      boolean known = loop.stopped() != null || Notes.cancelled(event);
      return new StepOutcome.Failed(error, Notes.at(event), null, known, loop);
    }
    Step step = looping.visit().step();
    boolean list = step.action() instanceof StepAction.TaskLoop && Loops.keepsResults(plan, step, loop.size());
    Value data = list ? Value.of(loop.resultList()) : loop.countsMap();
    return new StepOutcome.Done(data, loop);
  }
}
