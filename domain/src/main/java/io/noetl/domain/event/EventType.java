package io.noetl.domain.event;

import java.util.Locale;

/** What happened. */
public enum EventType {
  EXECUTION_START,
  EXECUTION_ERROR,
  EXECUTION_COMPLETE,
  STEP_START,
  STEP_RESULT,
  TASK_START,
  TASK_COMPLETE,
  TASK_ERROR,
  LOOP_START,
  LOOP_ITERATION,
  LOOP_ITERATION_FILTERED,
  LOOP_ITERATION_COMPLETE,
  LOOP_COMPLETE,
  STEP_TRANSITION;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value of the column {@code event_type}. */
  public String text() {
    return text;
  }
}
