package io.noetl.application.run;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.execution.Command;
import io.noetl.domain.execution.Decider;
import io.noetl.domain.execution.EventDraft;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.Fold;
import io.noetl.domain.execution.Plan;
import io.noetl.domain.execution.Signals;
import io.noetl.domain.execution.WorkloadSecrets;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One playbook of an execution while it runs: the one that was asked for, or one that a task calls. What it decides
 * depends on its own events alone.
 */
final class PlaybookRun implements AutoCloseable {

  private final Plan plan;
  private final Decider decider;
  private final Fold fold;
  private final Embedding place;
  private final EventRecorder recorder;
  private final OpenItemFiles items;
  private final @Nullable PlaybookCall call;
  private ExecutionState state;
  private final @Nullable Instant deadline;
  private boolean ending;
  private boolean late;

  /**
   * @param items the files that its loops go over; closed with it
   * @param call the task that calls it; null for the playbook that was asked for
   */
  PlaybookRun(Plan plan, Embedding place, EventRecorder recorder, OpenItemFiles items, @Nullable PlaybookCall call) {
    this.plan = plan;
    this.decider = new Decider(plan);
    this.fold = new Fold(plan);
    this.place = place;
    this.recorder = recorder;
    this.items = items;
    this.call = call;
    this.deadline = call == null ? null : call.deadline();
    this.state = ExecutionState.initial(recorder.executionId(), recorder.now());
  }

  Plan plan() {
    return plan;
  }

  ExecutionState state() {
    return state;
  }

  @Nullable PlaybookCall call() {
    return call;
  }

  /** How many calls lie between it and the playbook that was asked for. */
  int depth() {
    return call == null ? 0 : call.caller().depth() + 1;
  }

  /** The id in the log of the node that a task is. */
  String idOf(Command.RunTask task) {
    return place.idOf(task.request().nodeId());
  }

  /** Brings it to its end, final steps included; whether that is news. */
  boolean end() {
    boolean news = !ending;
    ending = true;
    return news;
  }

  /** Brings it to its end if it has taken longer than the task that calls it may take; whether that is news. */
  boolean endWhenLate(Instant now) {
    if (ending || deadline == null || now.isBefore(deadline)) {
      return false;
    }
    late = true;
    return end();
  }

  /** Whether it was brought to its end because it took too long. */
  boolean isLate() {
    return late;
  }

  List<Command> decide(boolean cancelled, Instant now) {
    return decider.decide(state, signals(cancelled, now));
  }

  /** When something is due although no task ends before; null when only tasks are awaited. */
  @Nullable Instant due(boolean cancelled, Instant now) {
    Instant due = decider.due(state, signals(cancelled, now));
    boolean sooner = deadline != null && !ending && (due == null || deadline.isBefore(due));
    return sooner ? deadline : due;
  }

  /** The ids in the log of the tasks that are to be ended. */
  List<String> doomed(boolean cancelled, Instant now) {
    return decider.doomed(state, signals(cancelled, now)).stream().map(place::idOf).toList();
  }

  /** Records how a task ended; {@code interrupted} tells that it was ended from outside. */
  void ended(Command.RunTask task, TaskOutcome outcome, boolean interrupted, boolean cancelled, Instant now) {
    record(decider.ended(state, task, outcome, signals(cancelled, now), interrupted));
  }

  /** Records what happened and takes it in. */
  Event record(EventDraft draft) {
    if (draft.type() == EventType.EXECUTION_START && draft.input() instanceof MapValue workload) {
      recorder.hide(WorkloadSecrets.of(plan.playbook(), workload));
    }
    Event event = recorder.record(draft, place);
    items.happened(event);
    state = fold.apply(state, event);
    return event;
  }

  private Signals signals(boolean cancelled, Instant now) {
    return new Signals(cancelled || ending, now, items);
  }

  @Override
  public void close() {
    items.close();
  }
}
