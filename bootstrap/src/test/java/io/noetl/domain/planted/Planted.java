package io.noetl.domain.planted;

import io.noetl.application.planted.PlantedService;
import java.time.Instant;

/** Breaks the rules of the domain on purpose: it knows the application and the clock. */
public final class Planted {

  public Instant time() {
    return Instant.now();
  }

  public PlantedService service() {
    return new PlantedService(this);
  }
}
