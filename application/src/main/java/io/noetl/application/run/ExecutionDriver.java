package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.TaskRunner;
import io.noetl.application.run.RunningTasks.Happening;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.Status;
import io.noetl.domain.execution.Command;
import io.noetl.domain.execution.EventDraft;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.Plan;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Drives one execution to its end: asks the core what to do, does it through the ports, records what happened and folds
 * it back. Tasks run on threads of their own; everything else happens on the calling thread. A playbook that a task calls
 * is driven beside the one that calls it, by the same rules, its events in the same log.
 */
final class ExecutionDriver {

  private final Map<String, TaskRunner> runners;
  private final PlaybookCalls calls;
  private final EventRecorder recorder;
  private final Cancellation cancellation;
  private final InstantSource clock;
  private final boolean strict;
  private final OpenItemFiles.Source items;
  private final RunningTasks tasks;
  private final Defects defects = new Defects();

  /** The playbooks that run, by their place in the log, callers before what they call. */
  private final Map<String, PlaybookRun> runs = new LinkedHashMap<>();

  /** Those of them that something has happened to since they last decided, the next one first. */
  private final SequencedSet<PlaybookRun> ready = new LinkedHashSet<>();

  ExecutionDriver(
      Map<String, TaskRunner> runners,
      PlaybookCalls calls,
      EventRecorder recorder,
      Cancellation cancellation,
      InstantSource clock,
      RunRequest.Durability durability,
      OpenItemFiles.Source items) {
    this.runners = Map.copyOf(runners);
    this.calls = calls;
    this.recorder = recorder;
    this.cancellation = cancellation;
    this.clock = clock;
    this.strict = durability == RunRequest.Durability.STRICT;
    this.items = items;
    this.tasks = new RunningTasks(cancellation, clock);
  }

  /**
   * Runs the plan from its start. All events are durable when this returns.
   *
   * @throws IllegalStateException if a runner threw what it may not; the execution was brought to its end all the same,
   *     with the task as failed, and is durable
   */
  ExecutionState run(Plan plan) {
    PlaybookRun root = begin(plan, Embedding.NONE, null);
    try {
      while (!root.state().complete()) {
        if (ready.isEmpty()) {
          await();
        } else {
          advance(ready.removeFirst());
        }
      }
      recorder.commit();
    } catch (RuntimeException | Error e) {
      defects.addTo(e);
      throw e;
    } finally {
      tasks.close();
      runs.values().forEach(PlaybookRun::close);
    }
    defects.throwFirst();
    return root.state();
  }

  private PlaybookRun begin(Plan plan, Embedding place, @Nullable PlaybookCall call) {
    recorder.keep(plan.playbook());
    PlaybookRun run = new PlaybookRun(plan, place, recorder, items.open(), call);
    runs.put(call == null ? "" : call.node(), run);
    ready.addLast(run);
    return run;
  }

  private void advance(PlaybookRun run) {
    boolean acted = false;
    for (Command command : run.decide(cancellation.requested(), clock.instant())) {
      perform(run, command);
      acted = true;
    }
    if (run.state().complete()) {
      completed(run);
    } else if (acted) {
      ready.addFirst(run);
    }
  }

  private void perform(PlaybookRun run, Command command) {
    Event event = run.record(described(command));
    if (command instanceof Command.RunTask task) {
      if (strict) {
        recorder.commit();
      }
      start(run, task, event);
    }
  }

  /** The event to record first, without what the runner of a task keeps out of the log. */
  private EventDraft described(Command command) {
    if (command instanceof Command.RunTask task && task.draft().input() instanceof MapValue received) {
      String type = task.request().task().type();
      TaskRunner runner = runners.get(type);
      if (type.equals(SubPlaybooks.TYPE)) {
        return task.draft().received(PlaybookCalls.described(task.request()));
      }
      return runner == null ? task.draft() : task.draft().received(runner.described(received));
    }
    return command.draft();
  }

  private void start(PlaybookRun run, Command.RunTask task, Event event) {
    String type = task.request().task().type();
    if (type.equals(SubPlaybooks.TYPE)) {
      call(run, task, event);
      return;
    }
    TaskRunner runner = runners.get(type);
    if (runner == null) {
      throw new IllegalStateException("no runner for tasks of type '" + type + "'");
    }
    tasks.start(run, task, runner);
  }

  private void call(PlaybookRun caller, Command.RunTask task, Event start) {
    try {
      PlaybookCall call = calls.call(caller, task, start.timestamp());
      Plan plan = calls.plan(call);
      begin(plan, Embedding.of(plan.playbook(), call.node(), start), call);
    } catch (InvalidRequestException e) {
      String message = String.join("; ", String.valueOf(e.getMessage()).split("\n"));
      ended(caller, task, new TaskOutcome.Failure(message, null, null, Value.EMPTY_MAP), false);
    }
  }

  /** What a called playbook came to is the outcome of the task that called it. */
  private void completed(PlaybookRun run) {
    PlaybookCall call = run.call();
    if (call == null) {
      return;
    }
    runs.remove(call.node());
    ready.remove(run);
    run.close();
    boolean interrupted = run.state().status() == Status.CANCELLED && !run.isLate();
    ended(call.caller(), call.task(), call.outcome(run), interrupted);
  }

  /** Waits for a task to end and records how, or until something else is to be decided on. */
  private void await() {
    boolean cancelled = cancellation.requested();
    Instant now = clock.instant();
    for (PlaybookRun run : runs.values()) {
      run.doomed(cancelled, now).forEach(this::end);
      if (run.endWhenLate(now)) {
        ready.addLast(run);
      }
    }
    if (!ready.isEmpty()) {
      return;
    }
    Instant due = due(cancelled, now);
    if (tasks.none() && due == null) {
      throw new IllegalStateException(
          "execution '" + recorder.executionId() + "' has nothing to do and awaits nothing");
    }
    Happening happening = tasks.next(due);
    if (happening instanceof Happening.Ended task) {
      ended(task);
    }
    if (!(happening instanceof Happening.Ended) || (due != null && !clock.instant().isBefore(due))) {
      ready.addAll(runs.values());
    }
  }

  private @Nullable Instant due(boolean cancelled, Instant now) {
    Instant first = null;
    for (PlaybookRun run : runs.values()) {
      Instant due = run.due(cancelled, now);
      first = first == null || (due != null && due.isBefore(first)) ? due : first;
    }
    return first;
  }

  /** Ends a task that runs: interrupts its thread, or brings the playbook that it calls to its end. */
  private void end(String node) {
    PlaybookRun called = runs.get(node);
    if (called == null) {
      tasks.interrupt(node);
    } else if (called.end()) {
      ready.addLast(called);
    }
  }

  private void ended(Happening.Ended task) {
    boolean interrupted = task.outcome() == null && task.defect() == null;
    ended(task.run(), task.command(), outcome(task), interrupted);
  }

  private void ended(PlaybookRun run, Command.RunTask task, TaskOutcome outcome, boolean interrupted) {
    run.ended(task, outcome, interrupted, cancellation.requested(), clock.instant());
    if (strict) {
      recorder.commit();
    }
    ready.addFirst(run);
  }

  private TaskOutcome outcome(Happening.Ended task) {
    Throwable thrown = task.defect();
    if (thrown != null) {
      return defects.taken(task.run().idOf(task.command()), thrown);
    }
    return Objects.requireNonNullElse(
        task.outcome(), new TaskOutcome.Failure("cancelled", null, null, Value.EMPTY_MAP));
  }
}
