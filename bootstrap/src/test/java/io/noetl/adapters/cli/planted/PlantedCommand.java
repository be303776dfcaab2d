package io.noetl.adapters.cli.planted;

import io.noetl.adapters.duckdb.planted.PlantedStore;
import io.noetl.bootstrap.planted.PlantedModule;
import io.noetl.testkit.planted.PlantedFixture;

/** Breaks the rules of adapters on purpose: it knows another one, the wiring, and the testkit. */
public record PlantedCommand(PlantedStore store, PlantedModule module, PlantedFixture fixture) {}
