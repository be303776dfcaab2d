package io.noetl.adapters.parquet.digest.planted;

import io.noetl.adapters.parquet.writer.planted.PlantedWriter;

/** Would let the writer reach the verifier through the digest. */
public record PlantedDigest(PlantedWriter writer) {}
