package io.noetl.application.store;

import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import io.noetl.domain.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sums an execution up from its events, in one pass.
 *
 * <p>An error is a failed node beneath which no node failed: a task that failed and did not succeed at a later
 * attempt, a step that failed without one. So a failure counts once, however many steps and loops it fails on its way
 * up. A failure of a step or item that is accepted is no error, and neither is that of the task it comes from, with all that
 * failed in a playbook that this task calls. An execution that failed has at least one error.
 */
final class ExecutionTally {

  private final Set<String> failed = new HashSet<>();
  private final Set<String> accepted = new HashSet<>();
  private @Nullable Event start;
  private @Nullable Event completion;
  private boolean failedAsAWhole;
  private long steps;
  private long events;

  private ExecutionTally() {}

  /** The summary; empty if the execution's start is not among {@code events}. */
  static Optional<ExecutionSummary> of(List<Event> events) {
    ExecutionTally tally = new ExecutionTally();
    events.forEach(tally::add);
    return tally.start == null ? Optional.empty() : Optional.of(tally.summary(tally.start, tally.completion));
  }

  private void add(Event event) {
    events++;
    switch (event.type()) {
      case EXECUTION_START -> start = start == null ? event : start;
      case EXECUTION_COMPLETE -> completion = isOwn(event) ? event : completion;
      case EXECUTION_ERROR -> failedAsAWhole |= isOwn(event);
      case STEP_START -> steps++;
      case STEP_RESULT -> {
        if (event.status() == Status.ERROR) {
          fail(event);
        }
      }
      case LOOP_ITERATION_COMPLETE -> accept(event);
      case TASK_ERROR -> fail(event);
      case TASK_COMPLETE -> failed.remove(event.node().id());
      case TASK_START -> restarted(event);
      case LOOP_START,
          LOOP_ITERATION,
          LOOP_ITERATION_FILTERED,
          LOOP_COMPLETE,
          STEP_TRANSITION -> {}
    }
  }

  /** Whether an ending is that of the execution, not of a playbook that a task calls. */
  private boolean isOwn(Event ending) {
    return start != null && start.eventId().equals(ending.parentEventId());
  }

  /** What failed in a playbook that a task calls does not count once the task is tried again. */
  private void restarted(Event event) {
    if (event.node().type().equals("task.playbook")) {
      failed.removeIf(node -> node.startsWith(event.node().id() + "/"));
    }
  }

  /** What a cancellation ended is no error. */
  private void fail(Event event) {
    if (!note(event, "cancelled").equals(Value.TRUE)) {
      failed.add(event.node().id());
    }
    accept(event);
  }

  private void accept(Event event) {
    if (note(event, "accepted").equals(Value.TRUE) || note(event, "on_error") instanceof TextValue) {
      accepted.add(event.node().id());
    }
  }

  private ExecutionSummary summary(Event first, @Nullable Event last) {
    return new ExecutionSummary(
        first.executionId(),
        first.node().name(),
        metadata(first, "path"),
        metadata(first, "version"),
        metadata(first, "playbook_sha256"),
        last == null ? Status.IN_PROGRESS.text() : last.status().text(),
        first.timestamp(),
        last == null ? null : last.timestamp(),
        last == null ? null : last.duration(),
        steps,
        errors(),
        events);
  }

  private long errors() {
    failed.removeIf(this::isAccepted);
    Set<String> above = new HashSet<>();
    for (String node : failed) {
      for (int i = 0; i < node.length(); i++) {
        if (node.charAt(i) == '/' || node.charAt(i) == '[') {
          above.add(node.substring(0, i));
        }
      }
    }
    long errors = failed.stream().filter(node -> !above.contains(node)).count();
    return errors == 0 && failedAsAWhole ? 1 : errors;
  }

  /** Whether the failure of a node is accepted itself, or that of a step or item whose task it is or lies in. */
  private boolean isAccepted(String node) {
    if (accepted.contains(node)) {
      return true;
    }
    for (int slash = node.indexOf('/'); slash >= 0; slash = node.indexOf('/', slash + 1)) {
      if (accepted.contains(node.substring(0, slash))) {
        return true;
      }
    }
    return false;
  }

  private static Value note(Event event, String key) {
    return event.metadata() instanceof MapValue map ? map.valueOf(key) : Value.NULL;
  }

  private static String metadata(Event event, String key) {
    Value value = note(event, key);
    if (value == Value.NULL) {
      return "";
    }
    return value instanceof TextValue text ? text.value() : JsonWriter.write(value);
  }
}
