package io.noetl.application.error;

import org.jspecify.annotations.Nullable;

/** A file to be read, verified or queried is missing, unreadable or not what it should be. */
public final class InputException extends OperationException {

  private static final long serialVersionUID = 1L;

  public InputException(String message, String remedy) {
    this(message, remedy, null);
  }

  public InputException(String message, String remedy, @Nullable Throwable cause) {
    super(message, remedy, cause);
  }
}
