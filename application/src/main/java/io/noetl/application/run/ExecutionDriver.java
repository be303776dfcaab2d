package io.noetl.application.run;

import io.noetl.application.port.EventStore;
import io.noetl.application.port.TaskRunner;
import io.noetl.domain.event.Event;
import io.noetl.domain.execution.Command;
import io.noetl.domain.execution.Decider;
import io.noetl.domain.execution.EventDraft;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.Fold;
import io.noetl.domain.execution.Plan;
import io.noetl.domain.execution.Signals;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Drives one execution to its end: asks the core what to do, does it through the ports, stamps what happened with ids
 * and time, records it and folds it back. Tasks run on threads of their own; everything else happens on the calling
 * thread.
 */
final class ExecutionDriver {

  /** How many defects after the first are kept; each task of a long loop may have one. */
  private static final int MAX_SUPPRESSED = 10;

  private final EventStore store;
  private final Map<String, TaskRunner> runners;
  private final ExecutionListener listener;
  private final Cancellation cancellation;
  private final InstantSource clock;
  private final String workerId;
  private final boolean strict;
  private final OpenItemFiles items;
  private final BlockingQueue<Happening> happenings = new LinkedBlockingQueue<>();

  /** The threads of the tasks that have begun and whose end is not recorded, by their node ids. */
  private final Map<String, Thread> running = new HashMap<>();

  /** The first thing that no runner may throw, with later ones added to it. */
  private @Nullable IllegalStateException defect;

  ExecutionDriver(
      EventStore store,
      Map<String, TaskRunner> runners,
      ExecutionListener listener,
      Cancellation cancellation,
      InstantSource clock,
      String workerId,
      RunRequest.Durability durability,
      OpenItemFiles items) {
    this.store = store;
    this.runners = Map.copyOf(runners);
    this.listener = listener;
    this.cancellation = cancellation;
    this.clock = clock;
    this.workerId = workerId;
    this.strict = durability == RunRequest.Durability.STRICT;
    this.items = items;
  }

  /** What the driver waits for. */
  private sealed interface Happening {

    /** A task ended; {@code outcome} is null when it was interrupted, {@code defect} is what no runner may throw. */
    record Ended(Command.RunTask command, @Nullable TaskOutcome outcome, @Nullable Throwable defect)
        implements Happening {}

    /** The wish to cancel was made. */
    record Cancelled() implements Happening {}
  }

  /**
   * Runs the plan from its start. All events are durable when this returns.
   *
   * @throws IllegalStateException if a runner threw what it may not; the execution was brought to its end all the same,
   *     with the task as failed, and is durable
   */
  ExecutionState run(Plan plan, String executionId) {
    Decider decider = new Decider(plan);
    Fold fold = new Fold(plan);
    ExecutionState state = ExecutionState.initial(executionId, now());
    cancellation.whenRequested(() -> happenings.add(new Happening.Cancelled()));
    try {
      while (!state.complete()) {
        List<Command> commands = decider.decide(state, signals());
        if (commands.isEmpty()) {
          state = await(decider, fold, state);
        }
        for (Command command : commands) {
          state = perform(fold, state, command);
        }
      }
      store.commit();
    } catch (RuntimeException | Error e) {
      if (defect != null) {
        e.addSuppressed(defect);
      }
      throw e;
    } finally {
      running.values().forEach(Thread::interrupt);
    }
    if (defect != null) {
      throw defect;
    }
    return state;
  }

  private ExecutionState perform(Fold fold, ExecutionState state, Command command) {
    ExecutionState next = record(fold, state, described(command));
    if (command instanceof Command.RunTask task) {
      if (strict) {
        store.commit();
      }
      start(task);
    }
    return next;
  }

  /** The event to record first, without what the runner of a task keeps out of the log. */
  private EventDraft described(Command command) {
    if (command instanceof Command.RunTask task && task.draft().input() instanceof MapValue received) {
      TaskRunner runner = runners.get(task.request().task().type());
      return runner == null ? task.draft() : task.draft().received(runner.described(received));
    }
    return command.draft();
  }

  private void start(Command.RunTask task) {
    TaskRunner runner = runners.get(task.request().task().type());
    if (runner == null) {
      throw new IllegalStateException("no runner for tasks of type '" + task.request().task().type() + "'");
    }
    Thread thread = Thread.ofVirtual().unstarted(() -> happenings.add(run(runner, task)));
    running.put(task.request().nodeId(), thread);
    thread.start();
  }

  private Happening.Ended run(TaskRunner runner, Command.RunTask task) {
    try {
      return new Happening.Ended(task, runner.run(task.request()), null);
    } catch (InterruptedException e) {
      return new Happening.Ended(task, null, null);
    } catch (RuntimeException | Error e) {
      return new Happening.Ended(task, null, e);
    }
  }

  /** Waits for a task to end and records how, or until something else is to be decided on. */
  private ExecutionState await(Decider decider, Fold fold, ExecutionState state) {
    for (String node : decider.doomed(state, signals())) {
      Thread thread = running.get(node);
      if (thread != null) {
        thread.interrupt();
      }
    }
    Instant due = decider.due(state, signals());
    if (running.isEmpty() && due == null) {
      throw new IllegalStateException("execution '" + state.executionId() + "' has nothing to do and awaits nothing");
    }
    return next(due) instanceof Happening.Ended task ? ended(decider, fold, state, task) : state;
  }

  private ExecutionState ended(Decider decider, Fold fold, ExecutionState state, Happening.Ended task) {
    running.remove(task.command().request().nodeId());
    boolean interrupted = task.outcome() == null && task.defect() == null;
    ExecutionState after =
        record(fold, state, decider.ended(state, task.command(), outcome(task), signals(), interrupted));
    if (strict) {
      store.commit();
    }
    return after;
  }

  private TaskOutcome outcome(Happening.Ended task) {
    Throwable thrown = task.defect();
    if (thrown != null) {
      remember(
          new IllegalStateException("task '" + task.command().request().nodeId() + "' broke its runner", thrown));
      String what = String.valueOf(thrown).lines().collect(Collectors.joining(" "));
      return new TaskOutcome.Failure("the runner failed: " + what, null, null, Value.EMPTY_MAP);
    }
    return Objects.requireNonNullElse(
        task.outcome(), new TaskOutcome.Failure("cancelled", null, null, Value.EMPTY_MAP));
  }

  private void remember(IllegalStateException broken) {
    if (defect == null) {
      defect = broken;
    } else if (defect.getSuppressed().length < MAX_SUPPRESSED) {
      defect.addSuppressed(broken);
    }
  }

  /** What happens next, nothing by {@code due}. An interrupt of the calling thread is taken as the wish to cancel. */
  private @Nullable Happening next(@Nullable Instant due) {
    while (true) {
      try {
        return due == null
            ? happenings.take()
            : happenings.poll(Math.max(0, Duration.between(clock.instant(), due).toNanos()), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        cancellation.request();
      }
    }
  }

  private Signals signals() {
    return new Signals(cancellation.requested(), clock.instant(), items);
  }

  private ExecutionState record(Fold fold, ExecutionState state, EventDraft draft) {
    Instant timestamp = now();
    boolean late = timestamp.isBefore(state.time());
    Event event =
        draft.happened(state.executionId(), state.sequence(), late ? state.time() : timestamp, workerId);
    store.append(event);
    items.happened(event);
    ExecutionState next = fold.apply(state, event);
    listener.happened(event);
    return next;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
