package io.noetl.adapters.duckdb.value;

/** A result that cannot become values of the JSON model; the message says why and what to do. */
public final class ResultException extends Exception {

  private static final long serialVersionUID = 1L;

  public ResultException(String message) {
    super(message, null, false, false);
  }
}
