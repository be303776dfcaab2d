package io.noetl.application.run;

import io.noetl.application.error.OperationException;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a run.
 *
 * @param playbook the playbook's name
 * @param status success, error or cancelled
 * @param steps the data of the last run of every step of the execution's own scope
 * @param errors the first failures, at most {@value #MAX_ERRORS}
 * @param errorCount how many failures there were
 * @param store the store's path, or {@code :memory:}
 * @param export the proven file, null if none was asked for or it could not be written
 * @param exportProblem why the file could not be written
 */
public record RunReport(
    String executionId,
    String playbook,
    String path,
    String version,
    Status status,
    Instant startedAt,
    Instant completedAt,
    MapValue steps,
    List<Failure> errors,
    long errorCount,
    String store,
    @Nullable ExportedFile export,
    @Nullable OperationException exportProblem) {

  /** How many failures a report names. */
  public static final int MAX_ERRORS = 1_000;

  public RunReport {
    errors = List.copyOf(errors);
  }

  /** One failure; {@code at} is {@code file:line:column}. */
  public record Failure(String nodeId, String step, String error, String at) {}
}
