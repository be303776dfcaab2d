package io.noetl.adapters.tasks.python;

import io.noetl.domain.value.Value.MapValue;

/** What came of a request to a worker. After anything but an answer the worker is of no use any more. */
sealed interface Reply {

  /** The worker answered. */
  record Answered(MapValue answer) implements Reply {}

  /** The answer is JSON beyond the limits of the JSON model; the worker is still good. */
  record Unreadable(String problem) implements Reply {}

  /** The worker never came up; {@code how} is a clause such as {@code ended with status 1 before it was ready}. */
  record NotReady(String how) implements Reply {}

  /** The worker was gone before the request was sent: it may be sent to another. */
  record Unsent() implements Reply {}

  /** The process ended during the request; {@code how} is a clause such as {@code ended with status 3}. */
  record Ended(String how) implements Reply {}

  /** There was no answer in time. */
  record TimedOut() implements Reply {}
}
