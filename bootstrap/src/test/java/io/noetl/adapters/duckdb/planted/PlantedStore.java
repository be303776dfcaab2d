package io.noetl.adapters.duckdb.planted;

/** What the planted classes must not know. */
public record PlantedStore(String name) {}
