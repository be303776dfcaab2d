package io.noetl.testkit.planted;

import io.noetl.adapters.duckdb.planted.PlantedStore;

/** Breaks the rule of the testkit on purpose: it knows an adapter. */
public record PlantedFixture(PlantedStore store) {}
