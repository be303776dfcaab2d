package io.noetl.domain.execution;

import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Retry;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Variable;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides what the end of one attempt of a task is recorded as, and whether another follows. */
final class TaskEnding {

  private final Moment moment;
  private final Frame frame;
  private final Activity.Running running;
  private final Command.RunTask command;
  private final Task task;
  private final Rendering rendering;

  TaskEnding(Moment moment, Frame frame, Activity.Running running, Command.RunTask command) {
    this.moment = moment;
    this.frame = frame;
    this.running = running;
    this.command = command;
    this.task = command.request().task();
    this.rendering = moment.rendering();
  }

  EventDraft draft(TaskOutcome outcome, boolean interrupted) {
    if (interrupted) {
      return interrupted();
    }
    Retry retry = Retries.of(running.visit(), task);
    Retries.Verdict verdict =
        retry == null || moment.doomed() || Deadlines.missed(moment, running.visit()) != null
            ? new Retries.Verdict.Stands()
            : Retries.judge(retry, running.attempt(), outcome, scope(outcome), rendering);
    return switch (outcome) {
      case TaskOutcome.Success success -> ended(success, verdict);
      case TaskOutcome.Failure failure -> failed(failure, verdict);
    };
  }

  private EventDraft ended(TaskOutcome.Success success, Retries.Verdict verdict) {
    if (verdict instanceof Retries.Verdict.GivenUp given) {
      return failed(new TaskOutcome.Failure(given.error(), success.data(), null, success.metadata()), verdict);
    }
    ValueTemplate returned = task.policy().returned();
    boolean last = verdict instanceof Retries.Verdict.Stands;
    Value data = returned == null || !last ? success.data() : rendering.value(returned, scope(success));
    StepOutcome.Failed problem = rendering.failure();
    if (problem != null) {
      return begun(EventType.TASK_ERROR, Status.ERROR)
          .failing(problem.error())
          .noting(rendering.notes(notes(success, problem.at(), verdict)));
    }
    return begun(EventType.TASK_COMPLETE, Status.SUCCESS)
        .yielded(data)
        .noting(rendering.notes(notes(success, null, verdict)));
  }

  private EventDraft failed(TaskOutcome.Failure failure, Retries.Verdict verdict) {
    StepOutcome.Failed problem = rendering.failure();
    String error = problem == null ? failure.error() : failure.error() + "; and its retry: " + problem.error();
    Position position = failure.position() == null ? task.position() : failure.position();
    return begun(EventType.TASK_ERROR, Status.ERROR)
        .yielded(failure.data())
        .failing(error)
        .noting(rendering.notes(notes(failure, moment.plan().at(position), verdict)));
  }

  /** Ended by what is around it, which is no failure of its own, or by the deadline of its step. */
  private EventDraft interrupted() {
    Doom doom = moment.doom();
    StepOutcome.Failed late = doom == null ? Deadlines.missed(moment, running.visit()) : null;
    Map<String, Value> notes = new LinkedHashMap<>();
    notes.put(Notes.AT, Value.of(moment.plan().at(task.position())));
    if (late == null) {
      notes.put(Notes.CANCELLED, Value.TRUE);
    }
    String error = late != null ? late.error() : doom != null ? doom.error() : Doom.CANCELLED.error();
    return begun(EventType.TASK_ERROR, Status.ERROR).failing(error).noting(Value.of(notes));
  }

  private EventDraft begun(EventType type, Status status) {
    return EventDraft.of(type, command.draft().node(), status, running.taskSequence())
        .since(running.startedAt())
        .attempt(running.attempt());
  }

  private static Map<String, Value> notes(TaskOutcome outcome, @Nullable String at, Retries.Verdict verdict) {
    Map<String, Value> notes = new LinkedHashMap<>(outcome.metadata().entries());
    if (at != null) {
      notes.put(Notes.AT, Value.of(at));
    }
    if (verdict instanceof Retries.Verdict.Again again) {
      notes.put(Notes.RETRY, Notes.retry(again));
    }
    return notes;
  }

  /** The step's scope with what the task yielded. */
  private Scope scope(TaskOutcome outcome) {
    Scope scope = frame.scope().inner();
    if (!(outcome instanceof TaskOutcome.Success success)) {
      return scope;
    }
    Variable yielded = new Variable.Outcome(success.data(), "success", null);
    return scope.bind(task.name(), yielded).bind("result", yielded);
  }
}
