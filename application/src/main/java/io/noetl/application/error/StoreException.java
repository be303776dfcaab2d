package io.noetl.application.error;

import org.jspecify.annotations.Nullable;

/** The event store cannot be opened, read or written: locked, damaged, or not permitted. */
public final class StoreException extends OperationException {

  private static final long serialVersionUID = 1L;

  public StoreException(String message, String remedy) {
    this(message, remedy, null);
  }

  public StoreException(String message, String remedy, @Nullable Throwable cause) {
    super(message, remedy, cause);
  }
}
