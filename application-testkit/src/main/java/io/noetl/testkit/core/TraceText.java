package io.noetl.testkit.core;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import org.jspecify.annotations.Nullable;

/** Events as lines of a test's expectation. What goes without saying is left out. */
final class TraceText {

  private TraceText() {}

  static String of(Event event, boolean details) {
    StringBuilder line = new StringBuilder(event.type().text());
    boolean playbook = event.node().type().equals("playbook");
    if (!playbook) {
      line.append(' ').append(event.node().id());
    }
    boolean told =
        switch (event.type()) {
          case EXECUTION_COMPLETE -> true;
          case STEP_RESULT, LOOP_ITERATION_COMPLETE, LOOP_COMPLETE -> event.status() != Status.SUCCESS;
          case EXECUTION_START,
              EXECUTION_ERROR,
              STEP_START,
              TASK_START,
              TASK_COMPLETE,
              TASK_ERROR,
              LOOP_START,
              LOOP_ITERATION,
              LOOP_ITERATION_FILTERED,
              STEP_TRANSITION ->
              false;
        };
    if (told) {
      line.append(' ').append(event.status().text());
    }
    if (details) {
      append(line, " < ", event.input());
      append(line, " > ", event.output());
    }
    if (event.error() != null) {
      line.append(": ").append(event.error());
    }
    return line.toString();
  }

  private static void append(StringBuilder line, String sign, @Nullable Value value) {
    if (value != null) {
      line.append(sign).append(JsonWriter.write(value));
    }
  }
}
