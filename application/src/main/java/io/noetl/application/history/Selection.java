package io.noetl.application.history;

/** Which executions of a store are meant. */
public sealed interface Selection {

  /** How the execution that started last is written. */
  String LAST = "last";

  /** How all executions are written. */
  String ALL = "all";

  /** Exactly one execution. */
  sealed interface One extends Selection {}

  /** The execution with that id. */
  record Id(String executionId) implements One {}

  /** The execution that started last. */
  record Last() implements One {}

  /** Every execution. */
  record All() implements Selection {}

  /** Reads {@code last}, {@code all} or an id. */
  static Selection of(String text) {
    return text.equals(ALL) ? new All() : oneOf(text);
  }

  /** Reads {@code last} or an id. */
  static One oneOf(String text) {
    return text.equals(LAST) ? new Last() : new Id(text);
  }
}
