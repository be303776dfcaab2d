package io.noetl.application.history;

import io.noetl.application.error.ExportException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.error.OperationException;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Claim;
import io.noetl.application.run.FileRoles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Keeps a folder of Parquet files, one an execution, level with a store: {@link DatasetFile} says where each is. What is
 * new is told by the files themselves, never by their times: an execution is up to date when its file says that it holds as
 * many events of it as the store, because the log of an execution only ever grows.
 */
public final class ExportDataset {

  private final EventStores stores;
  private final ExecutionDataExporter exporter;
  private final ExportInspector inspector;

  public ExportDataset(EventStores stores, ExecutionDataExporter exporter, ExportInspector inspector) {
    this.stores = stores;
    this.exporter = exporter;
    this.inspector = inspector;
  }

  /** Which files that are there may be replaced. */
  public enum Replacing {
    /** Those that are not up to date. */
    OUTDATED,
    /** All, whether up to date or not. */
    ALL,
    /** None: an execution whose file would have to be replaced fails. */
    NONE
  }

  /**
   * What to export.
   *
   * @param store the store's path
   * @param folder the dataset's folder
   */
  public record Request(String store, Path folder, Compression compression, Replacing replacing) {}

  /** What became of one execution. */
  public sealed interface Outcome {

    /** Its proven file was written. */
    record Written(ExecutionSummary execution, ExportedFile file) implements Outcome {}

    /** Its file holds all its events already. */
    record UpToDate(ExecutionSummary execution, Path file) implements Outcome {}

    /** It has no file, or an older one, because of that problem. */
    record Failed(ExecutionSummary execution, OperationException problem) implements Outcome {}
  }

  /**
   * Exports one execution after the other, the latest started first. One that fails does not keep the others from being
   * exported.
   *
   * @param outcomes told of each execution as soon as it is done
   * @throws InvalidRequestException if the store has no executions
   * @throws io.noetl.application.error.StoreException if there is no such store, or it cannot be read
   * @throws ExportException if the folder is a file
   */
  public void export(Request request, Consumer<Outcome> outcomes) {
    requireFolder(request.folder());
    try (EventStore store = stores.openForReading(request.store())) {
      List<ExecutionSummary> executions = store.executions();
      if (executions.isEmpty()) {
        throw SelectedExecution.emptyStore(store);
      }
      Set<Path> swept = new HashSet<>();
      for (ExecutionSummary execution : executions) {
        Outcome outcome = outcome(store, execution, request);
        if (outcome instanceof Outcome.UpToDate upToDate) {
          sweep(upToDate.file().resolveSibling(""), swept);
        }
        outcomes.accept(outcome);
      }
    }
  }

  /** An export sweeps its folder itself, but readers stumble over what a killed one left in any folder. */
  private void sweep(Path folder, Set<Path> swept) {
    if (swept.add(folder)) {
      exporter.sweep(folder);
    }
  }

  private Outcome outcome(EventStore store, ExecutionSummary execution, Request request) {
    try {
      Path target = DatasetFile.of(request.folder(), execution.start());
      if (request.replacing() != Replacing.ALL && isUpToDate(target, execution)) {
        return new Outcome.UpToDate(execution, target);
      }
      new FileRoles().store(request.store()).writes(target, "the export");
      boolean overwrite = request.replacing() != Replacing.NONE;
      return new Outcome.Written(
          execution, ExportExecution.export(exporter, store, execution.start(), target, request.compression(), overwrite));
    } catch (ExportException | InvalidRequestException e) {
      return new Outcome.Failed(execution, e);
    }
  }

  private boolean isUpToDate(Path target, ExecutionSummary execution) {
    Optional<Claim> claim =
        inspector.claim(target).filter(found -> found.executionId().equals(execution.executionId()));
    long rows = claim.map(Claim::rows).orElse(-1L);
    if (rows > execution.events()) {
      throw new ExportException(
          "cannot export to %s: it holds %d events, and the store only %d".formatted(target, rows, execution.events()),
          "the store may be an older copy: name the one that has them all, or replace the file with --overwrite");
    }
    return rows == execution.events();
  }

  private static void requireFolder(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ExportException(
          "cannot export all executions to " + folder + ": it is a file, not a folder", "name a folder");
    }
  }
}
