package io.noetl.domain.execution;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.execution.ExecutionState.Phase;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into the state of an execution. Pure: the same events always lead to the same state, whether they just
 * happened or come out of a store.
 */
public final class Fold {

  private final Plan plan;
  private final StepFold steps;
  private final LoopFold loops;

  public Fold(Plan plan) {
    this.plan = plan;
    this.steps = new StepFold(plan);
    this.loops = new LoopFold(plan);
  }

  /**
   * The state after an event. Between two events of a playbook, the log may have those of playbooks that its tasks call.
   *
   * @throws IllegalArgumentException if the event cannot follow: it is not the next of this execution and playbook
   */
  public ExecutionState apply(ExecutionState state, Event event) {
    if (event.sequence() < state.sequence()) {
      throw new IllegalArgumentException(
          "event " + event.eventId() + " cannot follow: the next sequence is at least " + state.sequence());
    }
    if (!event.executionId().equals(state.executionId())) {
      throw new IllegalArgumentException(
          "event " + event.eventId() + " cannot follow: it is not of execution " + state.executionId());
    }
    if (state.complete() || (state.phase() == Phase.NEW) != (event.type() == EventType.EXECUTION_START)) {
      throw cannotFollow(event);
    }
    ExecutionState changed =
        switch (event.type()) {
          case EXECUTION_START -> started(state, event);
          case EXECUTION_ERROR -> failed(state, event);
          case EXECUTION_COMPLETE -> state.with(Phase.COMPLETE, event.status());
          case STEP_TRANSITION -> transition(state, event);
          case STEP_START -> change(state, event, frame -> stepStarted(frame, event)).withStep();
          case TASK_START -> change(state, event, frame -> taskStarted(frame, event));
          case TASK_COMPLETE, TASK_ERROR -> change(state, event, frame -> taskEnded(frame, event));
          case STEP_RESULT -> steps.ended(state, event);
          case LOOP_START -> change(state, event, frame -> loops.started(state, frame, event));
          case LOOP_ITERATION -> loops.iterationStarted(state, event);
          case LOOP_ITERATION_FILTERED -> loops.filtered(state, event);
          case LOOP_ITERATION_COMPLETE -> loops.iterationEnded(state, event);
          case LOOP_COMPLETE -> change(state, event, frame -> loops.ended(frame, event));
        };
    return changed.at(event.sequence() + 1, event.timestamp());
  }

  private ExecutionState started(ExecutionState state, Event event) {
    MapValue workload = received(event);
    StepOutcome.Failed failure = Notes.failure(event);
    Frame.Place place = new Frame.Place("", event.sequence(), event.timestamp(), null, -1);
    Activity first =
        failure == null
            ? new Activity.Entering(Pending.start(), Value.EMPTY_MAP, null)
            : new Activity.Failing(failure);
    Frame root = Frame.of(place, Workload.scope(plan, state.executionId(), workload), first);
    ExecutionState running = state.begun(root);
    return failure == null
        ? running
        : running.with(new ExecutionFailure(event.node().id(), "workload", failure.error(), failure.at()));
  }

  /** A failure that no step had, such as a deadline of the execution, is counted here. */
  private static ExecutionState failed(ExecutionState state, Event event) {
    boolean last = state.phase() == Phase.FINALLY;
    ExecutionState failed =
        last ? state.with(Phase.FAILED, state.status()) : state.with(Phase.ERROR_RECORDED, state.status());
    StepOutcome.Failed own = Notes.failure(event);
    return own == null
        ? failed
        : failed.with(new ExecutionFailure(event.node().id(), "", Fold.message(event), own.at()));
  }

  private ExecutionState transition(ExecutionState state, Event event) {
    String after = Notes.finallyAfter(event);
    ExecutionState now = after.isEmpty() ? state : FinalSteps.begin(plan, state, after);
    return way(now, event);
  }

  private ExecutionState way(ExecutionState state, Event event) {
    int[] path = Nodes.path(event.node().id());
    Frame frame = Frames.at(state.root(), path);
    if (frame.agenda().isEmpty() || !(frame.activity() instanceof Activity.Idle)) {
      throw cannotFollow(event);
    }
    Pending pending = frame.agenda().first();
    MapValue with = received(event);
    StepOutcome.Failed failure = Notes.failure(event);
    Frame left = frame.withoutFirst();
    if (pending.toStep().equals(Step.END)) {
      return arrivedAtEnd(state, event, pending, with, failure);
    }
    if (FrameDecisions.isLoopEnd(plan.playbook(), frame, pending)) {
      Frame root = Frames.change(state.root(), path, old -> left);
      return state.with(Frames.changeLoop(root, path, loop -> loop.withArrival(path[path.length - 1], with, failure)));
    }
    Frame entering = left.with(new Activity.Entering(pending, with, failure));
    return state.with(Frames.change(state.root(), path, old -> entering));
  }

  /** A failure waits for the step {@code end}; where there is none to carry it, the branch itself has failed. */
  private ExecutionState arrivedAtEnd(
      ExecutionState state, Event event, Pending pending, MapValue with, StepOutcome.@Nullable Failed failure) {
    int[] path = Nodes.path(event.node().id());
    if (Frames.at(state.root(), path).place().isExecution() && plan.playbook().steps().containsKey(Step.END)) {
      return state.with(Frames.change(state.root(), path, frame -> joined(frame, pending, with, failure)));
    }
    if (failure == null) {
      return state.with(Frames.change(state.root(), path, Frame::withoutFirst));
    }
    String error = "the way from '" + pending.fromStep() + "' to 'end' failed: " + failure.error();
    Activity failing = new Activity.Failing(new StepOutcome.Failed(error, failure.at(), null, true));
    return state
        .with(Frames.change(state.root(), path, frame -> frame.withoutFirst().with(failing)))
        .with(new ExecutionFailure(event.node().id(), pending.fromStep(), failure.error(), failure.at()));
  }

  private static Frame joined(Frame frame, Pending pending, MapValue with, StepOutcome.@Nullable Failed failure) {
    Frame.Arrival before = frame.end();
    MapValue merged = before == null ? with : Frame.merge(before.with(), with);
    StepOutcome.Failed known = before == null || failure != null ? failure : before.failure();
    return frame.withoutFirst().withEnd(new Frame.Arrival(pending, merged, known));
  }

  private Frame stepStarted(Frame frame, Event event) {
    Step step = plan.playbook().step(event.node().name());
    if (!step.name().equals(entered(frame))) {
      throw cannotFollow(event);
    }
    StepVisit visit = new StepVisit(step, event.node(), event.sequence(), event.timestamp(), false);
    boolean end = step.name().equals(Step.END) && frame.place().isExecution();
    return frame
        .withEnd(end ? null : frame.end())
        .visiting(step.name())
        .with(frame.scope().bindAll(received(event)))
        .with(new Activity.Stepping(visit, Notes.failure(event)));
  }

  /** The step that is to begin in a scope: the one on the way, or {@code end} when nothing else is left. */
  private static @Nullable String entered(Frame frame) {
    if (frame.activity() instanceof Activity.Entering entering) {
      return entering.pending().toStep();
    }
    boolean done = frame.activity() instanceof Activity.Idle && frame.agenda().isEmpty();
    return done && frame.end() != null ? Step.END : null;
  }

  private static Frame taskStarted(Frame frame, Event event) {
    int attempt = event.attempt() == null ? 1 : event.attempt();
    StepVisit visit =
        frame.activity() instanceof Activity.Waiting waiting && waiting.attempt() == attempt
            ? waiting.visit()
            : stepping(frame, event).visit();
    return frame.with(
        new Activity.Running(visit, event.node().id(), event.sequence(), event.timestamp(), attempt));
  }

  static Activity.Stepping stepping(Frame frame, Event event) {
    if (frame.activity() instanceof Activity.Stepping stepping) {
      return stepping;
    }
    throw cannotFollow(event);
  }

  private static Frame taskEnded(Frame frame, Event event) {
    if (!(frame.activity() instanceof Activity.Running running)) {
      throw cannotFollow(event);
    }
    Activity.Waiting retry = Notes.retry(event, running.visit());
    if (retry != null) {
      return frame.with(retry);
    }
    Value data = event.output() == null ? Value.NULL : event.output();
    StepOutcome outcome =
        event.type() == EventType.TASK_COMPLETE
            ? new StepOutcome.Done(data, null)
            : new StepOutcome.Failed(message(event), Notes.at(event), event.output(), Notes.cancelled(event));
    return frame.with(new Activity.Finished(running.visit(), outcome));
  }

  static ExecutionState change(
      ExecutionState state, Event event, UnaryOperator<Frame> change) {
    return state.with(Frames.change(state.root(), Nodes.path(event.node().id()), change));
  }

  static MapValue output(Event event) {
    return event.output() instanceof MapValue map ? map : Value.EMPTY_MAP;
  }

  static MapValue received(Event event) {
    return event.input() instanceof MapValue map ? map : Value.EMPTY_MAP;
  }

  static String message(Event event) {
    return event.error() == null ? "" : event.error();
  }

  static IllegalArgumentException cannotFollow(Event event) {
    return new IllegalArgumentException(
        "event " + event.eventId() + " (" + event.type().text() + " of " + event.node().id() + ") cannot follow here");
  }
}
