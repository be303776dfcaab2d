package io.noetl.adapters.parquet.writer;

import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionDataExporter.Request;
import java.io.IOException;
import java.nio.file.Files;

/**
 * The product's writer without the proof, to measure what each of them costs; it lives in the writer's package because
 * no user may have such a file.
 */
public final class UnprovenExport {

  private static final ExportMemory MEMORY = new ExportMemory();

  private UnprovenExport() {}

  /** Writes all rows to the target, which is synced. */
  public static void write(EventCursor events, Request request) throws IOException {
    Files.deleteIfExists(request.target());
    FileOperations files = new FileOperations();
    try (FileOperations.Output output = files.create(request.target());
        EventFileWriter writer = new EventFileWriter(output, request, WriterSettings.STANDARD, MEMORY, group -> {})) {
      writer.write(events);
    }
  }
}
