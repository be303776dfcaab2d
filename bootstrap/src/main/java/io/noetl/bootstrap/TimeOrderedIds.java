package io.noetl.bootstrap;

import io.noetl.application.port.IdGenerator;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562 §5.7): 48 bits of milliseconds, then randomness, so that later ids sort later. */
final class TimeOrderedIds implements IdGenerator {

  private final InstantSource clock;
  private final RandomGenerator random;

  TimeOrderedIds(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String next() {
    long high = clock.millis() << 16 | 0x7000 | (random.nextInt() & 0x0fff);
    long low = 0x8000000000000000L | (random.nextLong() & 0x3fffffffffffffffL);
    return new UUID(high, low).toString();
  }
}
