package io.noetl.adapters.duckdb.task;

/** A result that cannot become the data of a task; the message says why and what to do. */
final class ResultException extends Exception {

  private static final long serialVersionUID = 1L;

  ResultException(String message) {
    super(message, null, false, false);
  }
}
