package io.noetl.bootstrap.planted;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.duckdb.planted.PlantedStore;
import java.io.File;
import java.util.function.Supplier;

/** Breaks the rules of wiring on purpose: it has to do with files, calls methods, and has one that provides nothing. */
public final class PlantedModule extends AbstractModule {

  @Provides
  PlantedStore store(File file) {
    return new PlantedStore(file.getName());
  }

  @Provides
  Supplier<String> name(PlantedStore store) {
    return store::name;
  }

  String logic() {
    return "logic";
  }
}
