package io.noetl.application.error;

import org.jspecify.annotations.Nullable;

/** A wrong option, playbook or payload, or a missing interpreter: nothing ran and nothing was written. */
public final class InvalidRequestException extends OperationException {

  private static final long serialVersionUID = 1L;

  public InvalidRequestException(String message, String remedy) {
    this(message, remedy, null);
  }

  public InvalidRequestException(String message, String remedy, @Nullable Throwable cause) {
    super(message, remedy, cause);
  }
}
