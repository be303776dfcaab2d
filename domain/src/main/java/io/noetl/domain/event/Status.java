package io.noetl.domain.event;

import java.util.Locale;

/** How the thing that an event tells of stands. */
public enum Status {
  IN_PROGRESS,
  SUCCESS,
  ERROR,
  CANCELLED,
  SKIPPED,
  FILTERED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The value of the column {@code status}. */
  public String text() {
    return text;
  }
}
