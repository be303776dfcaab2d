package io.noetl.adapters.parquet.writer.planted;

import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.adapters.parquet.verifier.planted.PlantedVerifier;

/** What the verifier and the digest must not know; itself, it may know the inspector and nothing else of the verifier. */
public record PlantedWriter(ParquetExportInspector inspector, PlantedVerifier verifier) {}
