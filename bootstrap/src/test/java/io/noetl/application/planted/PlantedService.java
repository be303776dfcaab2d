package io.noetl.application.planted;

import io.noetl.adapters.duckdb.planted.PlantedStore;
import io.noetl.domain.planted.Planted;
import java.util.UUID;

/** Breaks the rules of the application on purpose: it knows an adapter, and it is random. */
public final class PlantedService {

  private final Planted planted;

  public PlantedService(Planted planted) {
    this.planted = planted;
  }

  public PlantedStore store() {
    return new PlantedStore(planted.toString() + UUID.randomUUID());
  }
}
