package io.noetl.application.error;

import org.jspecify.annotations.Nullable;

/**
 * An operation that cannot be done. The message is one line that says what failed, on which thing and why; the remedy
 * says what to do about it.
 */
public abstract sealed class OperationException extends RuntimeException
    permits InvalidRequestException, InputException, ExportException, StoreException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  OperationException(String message, String remedy, @Nullable Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  /** What to do about it: a sentence without its full stop, or empty where the message says it all. */
  public String remedy() {
    return remedy;
  }
}
