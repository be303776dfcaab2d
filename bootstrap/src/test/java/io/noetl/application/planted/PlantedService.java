package io.noetl.application.planted;

import com.google.inject.Injector;
import io.noetl.adapters.duckdb.planted.PlantedStore;
import io.noetl.domain.planted.Planted;
import java.util.UUID;

/** Breaks the rules of the application on purpose: it knows an adapter and a library, and it is random. */
public final class PlantedService {

  private final Planted planted;

  public PlantedService(Planted planted) {
    this.planted = planted;
  }

  public PlantedStore store(Injector injector) {
    return injector.getInstance(PlantedStore.class);
  }

  public PlantedStore store() {
    return new PlantedStore(planted.toString() + UUID.randomUUID());
  }
}
