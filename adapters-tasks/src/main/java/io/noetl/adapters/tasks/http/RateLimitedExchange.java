package io.noetl.adapters.tasks.http;

import java.time.Duration;

/** Lets a call wait for its turn before another exchange does the work. The wait is no part of the call's timeout. */
public final class RateLimitedExchange implements HttpExchange {

  private final HttpExchange exchange;
  private final RateLimiter limiter;

  /**
   * Limits what the given exchange sends.
   *
   * @param exchange is closed with this one
   */
  public RateLimitedExchange(HttpExchange exchange, RateLimiter limiter) {
    this.exchange = exchange;
    this.limiter = limiter;
  }

  @Override
  public HttpAnswer exchange(HttpCall call, Duration remaining) throws TransportException, InterruptedException {
    Rate rate = call.handling().rate();
    if (rate != null) {
      limiter.await(rate, call.url().getHost());
    }
    return exchange.exchange(call, remaining);
  }

  @Override
  public void finish() {
    exchange.finish();
  }

  @Override
  public void close() {
    exchange.close();
  }
}
