package io.noetl.adapters.cli.planted;

import io.noetl.adapters.duckdb.planted.PlantedStore;
import io.noetl.bootstrap.planted.PlantedModule;
import java.sql.Connection;

/** Breaks the rules of adapters on purpose: it knows another one, the wiring, and SQL. */
public record PlantedCommand(PlantedStore store, PlantedModule module, Connection connection) {}
