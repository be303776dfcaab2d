package io.noetl.adapters.parquet.verifier.planted;

import io.noetl.adapters.parquet.writer.planted.PlantedWriter;

/** Breaks the verifier's independence on purpose. */
public record PlantedVerifier(PlantedWriter writer) {}
