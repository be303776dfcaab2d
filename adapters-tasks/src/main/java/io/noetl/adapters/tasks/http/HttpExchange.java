package io.noetl.adapters.tasks.http;

import java.time.Duration;

/** Answers requests, one response each; redirects are answers like any other. Safe for use by several threads. */
public interface HttpExchange extends AutoCloseable {

  /**
   * Sends one request and reads all of its response.
   *
   * @param remaining how much of the call's timeout is left
   * @throws TransportException if there is no complete response
   * @throws InterruptedException if the calling thread was interrupted; the connection has been given up then
   */
  HttpAnswer exchange(HttpCall call, Duration remaining) throws TransportException, InterruptedException;

  /**
   * Writes what is to be written once all is asked; called after the last exchange, before {@link #close}.
   *
   * @throws io.noetl.application.error.ExportException if that cannot be written
   */
  default void finish() {}

  /** Ends what is kept alive, and gives up what was not finished. May be called twice. */
  @Override
  void close();
}
