package io.noetl.adapters.tasks.http;

import org.jspecify.annotations.Nullable;

/** A request without a complete response. The message is the cause in a few words, without method and URL. */
public final class TransportException extends Exception {

  private static final long serialVersionUID = 1L;

  public TransportException(String message) {
    this(message, null);
  }

  TransportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
