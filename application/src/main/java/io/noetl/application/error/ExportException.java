package io.noetl.application.error;

import org.jspecify.annotations.Nullable;

/** An export could not be written or did not prove good: the target is as it was. */
public final class ExportException extends OperationException {

  private static final long serialVersionUID = 1L;

  public ExportException(String message, String remedy) {
    this(message, remedy, null);
  }

  public ExportException(String message, String remedy, @Nullable Throwable cause) {
    super(message, remedy, cause);
  }
}
