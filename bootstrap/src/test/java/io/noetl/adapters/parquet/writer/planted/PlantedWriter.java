package io.noetl.adapters.parquet.writer.planted;

/** What the verifier and the digest must not know. */
public record PlantedWriter(String name) {}
