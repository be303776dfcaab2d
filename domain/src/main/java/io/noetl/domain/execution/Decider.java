package io.noetl.domain.execution;

import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an execution does next. Pure: no clock, no I/O, no randomness; the same state always leads to the same
 * commands. Every command changes the state once its events are folded in, so that deciding, acting and folding in turn
 * ends with {@link ExecutionState#complete()}.
 */
public final class Decider {

  private final Plan plan;

  public Decider(Plan plan) {
    this.plan = plan;
  }

  /** What to do next; nothing while only tasks or times are awaited, or when the execution is complete. */
  public List<Command> decide(ExecutionState state, Signals signals) {
    Moment moment = Moment.of(plan, state, signals);
    return switch (state.phase()) {
      case NEW -> record(begin(state));
      case RUNNING -> running(moment);
      case ERROR_RECORDED -> record(concluded(moment, signals.cancelled() ? Status.CANCELLED : Status.ERROR));
      case FINALLY -> finalSteps(moment);
      case FAILED -> record(end(plan, state, Status.ERROR));
      case COMPLETE -> List.of();
    };
  }

  /** When something is due although no task ends before; null when only tasks are awaited. */
  public @Nullable Instant due(ExecutionState state, Signals signals) {
    return Waits.of(Moment.of(plan, state, signals)).next();
  }

  /** The node ids of the tasks that run and are to be ended: {@link #ended} then tells that they were interrupted. */
  public List<String> doomed(ExecutionState state, Signals signals) {
    return Waits.of(Moment.of(plan, state, signals)).doomed();
  }

  /**
   * The event that ends a task.
   *
   * @param interrupted whether the task was ended from outside, see {@link #doomed}
   */
  public EventDraft ended(
      ExecutionState state, Command.RunTask command, TaskOutcome outcome, Signals signals, boolean interrupted) {
    Moment moment = Moment.of(plan, state, signals).at(command.draft().node());
    return TaskDecisions.ended(moment, command, outcome, interrupted);
  }

  private static List<Command> running(Moment moment) {
    ExecutionState state = moment.state();
    Plan plan = moment.plan();
    Frame root = state.root();
    Doom doom = moment.doom();
    if (root.activity() instanceof Activity.Failing failing) {
      return record(doom == null ? error(plan, state, failing.failure()) : doomed(moment, doom));
    }
    List<Command> commands = FrameDecisions.decide(moment, root);
    if (!commands.isEmpty() || !FrameDecisions.between(root)) {
      return commands;
    }
    if (doom != null) {
      return record(doomed(moment, doom));
    }
    ExecutionFailure failedItem = state.firstFailedItem();
    return record(
        failedItem == null
            ? concluded(moment, Status.SUCCESS)
            : itemsFailed(plan, state, failedItem));
  }

  /** The end of an execution that was ended from outside: a cancellation is no error, a missed deadline is one. */
  private static EventDraft doomed(Moment moment, Doom doom) {
    if (doom.equals(Doom.CANCELLED)) {
      return concluded(moment, Status.CANCELLED);
    }
    Plan plan = moment.plan();
    String at = plan.at(Position.START);
    StepOutcome.Failed late = new StepOutcome.Failed(doom.error(), at, null, false);
    Map<String, Value> notes = new LinkedHashMap<>();
    notes.put(Notes.AT, Value.of(at));
    notes.put(Notes.FAILURE, Notes.failure(late));
    return error(plan, moment.state(), late).noting(Value.of(notes));
  }

  /** What follows once the workflow has ended: its final steps, else the end. */
  private static EventDraft concluded(Moment moment, Status status) {
    if (!FinalSteps.any(moment.plan())) {
      return end(moment.plan(), moment.state(), status);
    }
    Frame ready = FinalSteps.ready(moment.plan(), moment.state(), status.text());
    return FrameDecisions.transition(moment, ready, ready.agenda().first())
        .noting(Notes.FINALLY, Value.of(status.text()));
  }

  private static List<Command> finalSteps(Moment moment) {
    ExecutionState state = moment.state();
    List<Command> commands = FrameDecisions.decide(moment, state.root());
    if (!commands.isEmpty() || !FrameDecisions.between(state.root())) {
      return commands;
    }
    ExecutionFailure failed = state.firstFailedItem();
    if (failed == null || state.status() != Status.SUCCESS) {
      return record(end(moment.plan(), state, state.status()));
    }
    String error = "a final step failed: " + failed.nodeId() + ": " + failed.error();
    return record(error(moment.plan(), state, new StepOutcome.Failed(error, failed.at(), null, true)));
  }

  private EventDraft begin(ExecutionState state) {
    Playbook playbook = plan.playbook();
    Rendering rendering = new Rendering(plan, state);
    MapValue workload = Workload.render(plan, state, rendering);
    Problem exposed = WorkloadSecrets.problem(playbook, workload).orElse(null);
    if (exposed != null) {
      rendering.fail(new StepOutcome.Failed(exposed.message(), plan.at(exposed.position()), null, false));
      workload = WorkloadSecrets.without(playbook, workload);
    }
    Map<String, Value> notes = new LinkedHashMap<>();
    notes.put("playbook", Value.of(playbook.name()));
    notes.put("path", Value.of(playbook.path()));
    notes.put("version", Value.of(playbook.version()));
    notes.put("playbook_sha256", Value.of(playbook.sha256()));
    notes.put("file", Value.of(playbook.file()));
    return EventDraft.of(EventType.EXECUTION_START, Nodes.playbook(playbook), Status.IN_PROGRESS, -1)
        .received(workload)
        .noting(rendering.notes(notes));
  }

  private static EventDraft error(Plan plan, ExecutionState state, StepOutcome.Failed failure) {
    Node node = Nodes.playbook(plan.playbook());
    return EventDraft.of(EventType.EXECUTION_ERROR, node, Status.ERROR, state.startSequence())
        .noting(Value.of(Map.of(Notes.AT, Value.of(failure.at()))))
        .failing(failure.error());
  }

  private static EventDraft itemsFailed(Plan plan, ExecutionState state, ExecutionFailure first) {
    long count = state.failedItems();
    String what = count == 1 ? "a loop item failed: " : count + " loop items failed; the first: ";
    return error(
        plan, state, new StepOutcome.Failed(what + first.nodeId() + ": " + first.error(), first.at(), null, true));
  }

  private static EventDraft end(Plan plan, ExecutionState state, Status status) {
    Map<String, Value> output = new LinkedHashMap<>();
    output.put("steps", Value.of(state.steps()));
    output.put("errors", Value.of(state.failureCount()));
    return EventDraft.of(EventType.EXECUTION_COMPLETE, Nodes.playbook(plan.playbook()), status, state.startSequence())
        .since(state.startedAt())
        .yielded(Value.of(output));
  }

  private static List<Command> record(EventDraft draft) {
    return List.of(new Command.RecordEvent(draft));
  }
}
