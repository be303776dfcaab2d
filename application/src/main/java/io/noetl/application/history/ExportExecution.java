package io.noetl.application.history;

import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.port.ExecutionStart;
import io.noetl.application.run.FileRoles;
import java.nio.file.Path;

/** Exports one execution that a store holds. {@link ExportDataset} exports all of them. */
public final class ExportExecution {

  private final EventStores stores;
  private final ExecutionDataExporter exporter;

  public ExportExecution(EventStores stores, ExecutionDataExporter exporter) {
    this.stores = stores;
    this.exporter = exporter;
  }

  /**
   * What to export.
   *
   * @param store the store's path
   * @param target the file to write
   * @param overwrite whether a file that is there may be replaced
   */
  public record Request(
      String store, Selection.One selection, Path target, Compression compression, boolean overwrite) {}

  /** An execution and its proven file. */
  public record Exported(ExecutionStart execution, ExportedFile file) {}

  /**
   * Exports the execution.
   *
   * @throws io.noetl.application.error.InvalidRequestException if the store has no such execution
   * @throws io.noetl.application.error.StoreException if there is no such store, or it cannot be read
   * @throws io.noetl.application.error.ExportException if the file could not be written or did not prove good
   */
  public Exported export(Request request) {
    new FileRoles().store(request.store()).writes(request.target(), "the export");
    try (EventStore store = stores.openForReading(request.store())) {
      ExecutionStart execution = SelectedExecution.in(store, request.selection());
      return new Exported(
          execution, export(exporter, store, execution, request.target(), request.compression(), request.overwrite()));
    }
  }

  static ExportedFile export(
      ExecutionDataExporter exporter,
      EventStore store,
      ExecutionStart execution,
      Path target,
      Compression compression,
      boolean overwrite) {
    try (EventCursor events = store.events(execution.executionId())) {
      return exporter.export(
          events,
          new ExecutionDataExporter.Request(
              target,
              compression,
              overwrite,
              execution.executionId(),
              execution.playbook(),
              execution.playbookSha256()));
    }
  }
}
