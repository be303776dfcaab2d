package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.adapters.parquet.writer.ParquetExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExportInspector;

/** Writing exports, and proving them. */
final class ExportModule extends AbstractModule {

  @Provides
  ExecutionDataExporter exporter() {
    return new ParquetExecutionDataExporter(new ParquetExportInspector());
  }

  @Provides
  ExportInspector inspector() {
    return new ParquetExportInspector();
  }
}
