package io.noetl.application.report;

import java.util.Locale;

/** What a row of the timeline is. */
public enum NodeKind {
  /** The execution itself. */
  EXECUTION,
  /** A playbook that a task calls. */
  PLAYBOOK,
  /** A step without a loop. */
  STEP,
  /** A step that loops; its iterations are its children. */
  LOOP,
  /** One item of a loop. */
  ITERATION,
  /** One attempt at a task. */
  TASK;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The constant in lower case, as tables have it. */
  public String text() {
    return text;
  }
}
