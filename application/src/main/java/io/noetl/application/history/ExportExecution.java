package io.noetl.application.history;

import io.noetl.application.error.ExportException;
import io.noetl.application.run.FileRoles;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.port.ExecutionSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Exports executions that a store holds. */
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
   * @param target the file to write; for {@link Selection.All} the folder that gets one file per execution, named
   *     {@code <execution id>.parquet}
   * @param overwrite whether files that are there may be replaced
   */
  public record Request(
      String store, Selection selection, Path target, Compression compression, boolean overwrite) {}

  /** An execution and its proven file. */
  public record Exported(ExecutionSummary execution, ExportedFile file) {}

  /**
   * Exports one execution after the other, the latest started first.
   *
   * @param exported told of each file as soon as it is there
   * @throws io.noetl.application.error.InvalidRequestException if the store has no such execution
   * @throws io.noetl.application.error.StoreException if there is no such store, or it cannot be read
   * @throws ExportException if a file could not be written or did not prove good; those before it stay
   */
  public void export(Request request, Consumer<Exported> exported) {
    new FileRoles().store(request.store()).writes(request.target(), "the export");
    try (EventStore store = stores.openForReading(request.store())) {
      switch (request.selection()) {
        case Selection.One one ->
            exported.accept(export(store, SelectedExecution.in(store, one), request.target(), request));
        case Selection.All all -> {
          for (ExecutionSummary execution : allIn(store)) {
            exported.accept(export(store, execution, fileIn(request.target(), execution), request));
          }
        }
      }
    }
  }

  private Exported export(EventStore store, ExecutionSummary execution, Path target, Request request) {
    try (EventCursor events = store.events(execution.executionId())) {
      ExecutionDataExporter.Request write =
          new ExecutionDataExporter.Request(
              target,
              request.compression(),
              request.overwrite(),
              execution.executionId(),
              execution.playbook(),
              execution.playbookSha256());
      return new Exported(execution, exporter.export(events, write));
    }
  }

  private static List<ExecutionSummary> allIn(EventStore store) {
    List<ExecutionSummary> executions = store.executions();
    if (executions.isEmpty()) {
      throw SelectedExecution.emptyStore(store);
    }
    return executions;
  }

  /** An id comes out of a file that others may have written: it must not lead out of the folder. */
  private static Path fileIn(Path folder, ExecutionSummary execution) {
    String id = execution.executionId();
    if (!id.matches("[A-Za-z0-9_][A-Za-z0-9._:-]*")) {
      throw new ExportException(
          "the execution id '" + id + "' cannot be a file's name", "export it alone with a file name of your choice");
    }
    return folder.resolve(id + ".parquet");
  }
}
