package io.noetl.domain.execution;

import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * What to do next; nothing while only tasks are awaited, or when the execution is complete.
   *
   * @param cancelled whether to bring the execution to its end: no step, item or task begins any more
   */
  public List<Command> decide(ExecutionState state, boolean cancelled) {
    return switch (state.phase()) {
      case NEW -> record(begin(state));
      case RUNNING -> running(new Moment(plan, state, cancelled));
      case ERROR_RECORDED -> record(end(plan, state, cancelled ? Status.CANCELLED : Status.ERROR));
      case COMPLETE -> List.of();
    };
  }

  /**
   * The event that ends a task.
   *
   * @param cancelled whether the task was ended by a cancellation
   */
  public EventDraft ended(ExecutionState state, Command.RunTask command, TaskOutcome outcome, boolean cancelled) {
    return TaskDecisions.ended(new Moment(plan, state, cancelled), command, outcome);
  }

  private static List<Command> running(Moment moment) {
    ExecutionState state = moment.state();
    Plan plan = moment.plan();
    Frame root = state.root();
    if (root.activity() instanceof Activity.Failing failing) {
      return record(moment.cancelled() ? end(plan, state, Status.CANCELLED) : error(plan, failing.failure()));
    }
    List<Command> commands = FrameDecisions.decide(moment, root);
    if (!commands.isEmpty() || !FrameDecisions.between(root)) {
      return commands;
    }
    if (moment.cancelled()) {
      return record(end(plan, state, Status.CANCELLED));
    }
    ExecutionFailure failedItem = state.firstFailedItem();
    return record(
        failedItem == null ? end(plan, state, Status.SUCCESS) : itemsFailed(plan, state.failedItems(), failedItem));
  }

  private EventDraft begin(ExecutionState state) {
    Playbook playbook = plan.playbook();
    Rendering rendering = new Rendering(plan, state);
    MapValue workload = Workload.render(plan, state, rendering);
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

  private static EventDraft error(Plan plan, StepOutcome.Failed failure) {
    Node node = Nodes.playbook(plan.playbook());
    return EventDraft.of(EventType.EXECUTION_ERROR, node, Status.ERROR, 0)
        .noting(Value.of(Map.of(Notes.AT, Value.of(failure.at()))))
        .failing(failure.error());
  }

  private static EventDraft itemsFailed(Plan plan, long count, ExecutionFailure first) {
    String what = count == 1 ? "a loop item failed: " : count + " loop items failed; the first: ";
    return error(
        plan, new StepOutcome.Failed(what + first.nodeId() + ": " + first.error(), first.at(), null, true));
  }

  private static EventDraft end(Plan plan, ExecutionState state, Status status) {
    Map<String, Value> output = new LinkedHashMap<>();
    output.put("steps", Value.of(state.steps()));
    output.put("errors", Value.of(state.failureCount()));
    return EventDraft.of(EventType.EXECUTION_COMPLETE, Nodes.playbook(plan.playbook()), status, 0)
        .since(state.startedAt())
        .yielded(Value.of(output));
  }

  private static List<Command> record(EventDraft draft) {
    return List.of(new Command.RecordEvent(draft));
  }
}
