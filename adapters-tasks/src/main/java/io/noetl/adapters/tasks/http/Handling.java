package io.noetl.adapters.tasks.http;

import org.jspecify.annotations.Nullable;

/**
 * What is done with the response to a call, and how often calls may be made.
 *
 * @param maxSize the most bytes that the body of a successful response may have
 * @param redirects how many redirects are followed
 * @param download where the body of a successful response goes; null when it stays in memory
 * @param rate null when there is no limit
 */
public record Handling(long maxSize, int redirects, @Nullable Download download, @Nullable Rate rate) {

  /** The most bytes that a body may have unless the task says otherwise: 64 MiB. */
  public static final long BODY_LIMIT = 64L << 20;

  static final int REDIRECT_LIMIT = 5;

  static final Handling USUAL = new Handling(BODY_LIMIT, REDIRECT_LIMIT, null, null);

  /** Whether a response of that status is saved. */
  boolean saves(int status) {
    return download != null && Download.isSaved(status);
  }
}
