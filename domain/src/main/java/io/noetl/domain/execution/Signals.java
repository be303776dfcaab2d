package io.noetl.domain.execution;

import java.time.Instant;

/**
 * What a decision depends on beside the events so far. What is decided because of it is told by the events that follow,
 * so folding needs none of it.
 *
 * @param cancelled whether the execution is to be brought to its end: no step, item or task begins any more
 * @param now the time, which deadlines and delays are measured against
 * @param feed the items of loops over files
 */
public record Signals(boolean cancelled, Instant now, ItemFeed feed) {

  /** Signals of an execution without loops over files. */
  public Signals(boolean cancelled, Instant now) {
    this(cancelled, now, ItemFeed.NONE);
  }
}
