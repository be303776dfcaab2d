package io.noetl.testkit.core;

import io.noetl.domain.event.Event;
import io.noetl.domain.execution.Command;
import io.noetl.domain.execution.Decider;
import io.noetl.domain.execution.EventDraft;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.execution.Fold;
import io.noetl.domain.execution.ItemFeed;
import io.noetl.domain.execution.Plan;
import io.noetl.domain.execution.Signals;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Performs what the core decides for one playbook, on the calling thread: scripted tasks, and a clock that is a
 * millisecond further at every event; when nothing else is left to do, time passes until something is due. A task that nothing is scripted for yields its arguments.
 */
public final class World {

  /** The time of the first event. */
  public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

  private static final int MOST_EVENTS = 5_000_000;

  private final Playbook playbook;
  private final Map<String, TaskAnswer> answers = new HashMap<>();
  private LiteralTemplates templates = new LiteralTemplates();
  private String executionId = "test-1";
  private boolean strict;
  private final Map<String, List<Value>> files = new HashMap<>();
  private boolean endsLastFirst;
  private long cancelAfter = Long.MAX_VALUE;

  public World(PlaybookScript script) {
    this.playbook = script.playbook();
  }

  public World templates(LiteralTemplates table) {
    templates = table;
    return this;
  }

  public World task(String name, TaskAnswer answer) {
    answers.put(name, answer);
    return this;
  }

  /** The nth call of the task has the nth outcome; further calls have the last one. */
  public World task(String name, TaskOutcome... outcomes) {
    return task(name, TaskAnswer.inTurn(List.of(outcomes)));
  }

  /** A file of items for loops. */
  public World file(String path, List<?> items) {
    files.put(path, items.stream().map(Values::value).toList());
    return this;
  }

  public World executionId(String id) {
    executionId = id;
    return this;
  }

  public World strict() {
    strict = true;
    return this;
  }

  /** Cancels once so many events have happened; a task that runs then is interrupted. */
  public World cancelAfter(long events) {
    cancelAfter = events;
    return this;
  }

  /** Of the tasks that run at the same time, the one that began last ends first. */
  public World endingLastFirst() {
    endsLastFirst = true;
    return this;
  }

  /** Runs the playbook and proves the rules that hold for every event log. */
  public Trace run() {
    Trace trace = trace();
    TraceRules.check(trace);
    TraceRules.checkSameNodes(trace, trace());
    return trace;
  }

  private Trace trace() {
    Plan plan = plan();
    List<Event> events = new ArrayList<>();
    List<Trace.Decision> decisions = new ArrayList<>();
    ExecutionState state =
        new Run(plan)
            .drive(
                (event, after) -> events.add(event),
                (decision, before) -> decisions.add(decision));
    return new Trace(plan, state, events, decisions);
  }

  /** Runs the playbook and keeps nothing: {@code observer} is told each event and the state after it. */
  public ExecutionState drive(BiConsumer<Event, ExecutionState> observer) {
    return new Run(plan()).drive(observer, (decision, before) -> {});
  }

  private Plan plan() {
    return new Plan(playbook, templates, strict);
  }

  private ItemFeed.Item item(int index, String path) {
    List<Value> items = files.get(path);
    if (items == null) {
      return new ItemFeed.Item.Broken("file '" + path + "' does not exist");
    }
    return index < items.size() ? new ItemFeed.Item.Found(items.get(index)) : new ItemFeed.Item.End();
  }

  private boolean isCancelled(ExecutionState state) {
    return state.sequence() >= cancelAfter;
  }

  /** One run, with the tasks' calls counted. */
  private final class Run {

    private final Decider decider;
    private final Fold fold;
    private final Map<String, Integer> calls = new HashMap<>();
    private final List<Command.RunTask> running = new ArrayList<>();
    private Duration waited = Duration.ZERO;

    Run(Plan plan) {
      this.decider = new Decider(plan);
      this.fold = new Fold(plan);
    }

    ExecutionState drive(
        BiConsumer<Event, ExecutionState> observer, BiConsumer<Trace.Decision, ExecutionState> decided) {
      ExecutionState state = ExecutionState.initial(executionId, BEGIN.minusMillis(500));
      while (!state.complete()) {
        Signals signals = signals(state);
        List<Command> commands = decider.decide(state, signals);
        decided.accept(new Trace.Decision(state.sequence(), signals, commands), state);
        if (state.sequence() > MOST_EVENTS) {
          throw new AssertionError("the execution came to a halt after " + state.sequence() + " events");
        }
        for (Command command : commands) {
          state = happen(state, command.draft(), observer);
          if (command instanceof Command.RunTask task) {
            running.add(task);
          }
        }
        if (commands.isEmpty()) {
          state = await(state, observer);
        }
      }
      return state;
    }

    /** Ends the task that ends next: one that is to be ended, else the first that does not hang, else time passes. */
    private ExecutionState await(ExecutionState state, BiConsumer<Event, ExecutionState> observer) {
      Signals signals = signals(state);
      List<String> doomed = decider.doomed(state, signals);
      for (Command.RunTask task : running) {
        if (doomed.contains(task.request().nodeId())) {
          running.remove(task);
          return happen(state, decider.ended(state, task, TaskAnswer.failure("ended"), signals, true), observer);
        }
      }
      for (Command.RunTask task : inTurn()) {
        String name = task.request().task().name();
        TaskOutcome outcome =
            answers.getOrDefault(name, TaskAnswer.echo()).answer(calls.getOrDefault(name, 0) + 1, task.request());
        if (!outcome.equals(TaskAnswer.HANGS)) {
          calls.merge(name, 1, Integer::sum);
          running.remove(task);
          return happen(state, decider.ended(state, task, outcome, signals, false), observer);
        }
      }
      Instant due = decider.due(state, signals);
      if (due == null || !due.isAfter(signals.now())) {
        throw new AssertionError("the execution came to a halt after " + state.sequence() + " events");
      }
      waited = waited.plus(Duration.between(signals.now(), due));
      return state;
    }

    /** The running tasks in the order in which they would end. */
    private List<Command.RunTask> inTurn() {
      return endsLastFirst ? running.reversed() : List.copyOf(running);
    }

    private Signals signals(ExecutionState state) {
      return new Signals(isCancelled(state), time(state), (loop, index, file) -> item(index, file.path()));
    }

    private Instant time(ExecutionState state) {
      return BEGIN.plus(Duration.ofMillis(state.sequence())).plus(waited);
    }

    private ExecutionState happen(
        ExecutionState state, EventDraft draft, BiConsumer<Event, ExecutionState> observer) {
      Instant timestamp = time(state).truncatedTo(ChronoUnit.MICROS);
      Event event = draft.happened(executionId, state.sequence(), timestamp, "worker");
      ExecutionState after = fold.apply(state, event);
      observer.accept(event, after);
      return after;
    }
  }
}
