package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.application.port.Environment;
import io.noetl.application.port.IdGenerator;
import java.time.Clock;
import java.time.InstantSource;

/** The clock, the ids, and what the process was started in. */
final class SurroundingsModule extends AbstractModule {

  private final Surroundings surroundings;

  SurroundingsModule(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Provides
  Surroundings surroundings() {
    return surroundings;
  }

  @Provides
  Environment environment() {
    return new ProcessEnvironment(surroundings.environment());
  }

  @Provides
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Provides
  IdGenerator ids(InstantSource clock) {
    return new TimeOrderedIds(clock, new java.security.SecureRandom());
  }
}
