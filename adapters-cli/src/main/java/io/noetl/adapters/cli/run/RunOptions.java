package io.noetl.adapters.cli.run;

import io.noetl.adapters.cli.command.Choices;
import io.noetl.adapters.cli.command.Compressions;
import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.TaskRunners;
import io.noetl.application.run.RunRequest;
import io.noetl.application.run.RunRequest.Durability;
import io.noetl.application.run.RunRequest.Payload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that make a run's request. */
@Command
final class RunOptions {

  @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "The playbook.")
  private @Nullable Path file;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "The playbook, as an option.")
  private @Nullable Path fileOption;

  @Option(
      names = "--payload",
      paramLabel = "JSON",
      description = "A JSON object whose keys replace those of the workload.")
  private @Nullable String payload;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = "A JSON or YAML file whose keys replace those of the workload; --payload wins over it.")
  private @Nullable Path input;

  @Option(
      names = "--set",
      paramLabel = "KEY.PATH=VALUE",
      description = "Sets one value, a YAML scalar, and wins over all; may be repeated.")
  private List<String> assignments = new ArrayList<>();

  @Option(names = "--merge", description = "Merge maps and lists into the workload instead of replacing its keys.")
  private boolean merge;

  @Option(
      names = "--duckdb",
      paramLabel = "PATH",
      description = "The store, a DuckDB file, or :memory: (default: " + StoreOption.DEFAULT + ").")
  private Path store = Path.of(StoreOption.DEFAULT);

  @Option(
      names = "--export",
      paramLabel = "PATH",
      description = "Write the events to this Parquet file, proven before it appears.")
  private @Nullable Path export;

  @Option(
      names = "--compression",
      paramLabel = "CODEC",
      converter = Compressions.class,
      completionCandidates = Compressions.class,
      description = "Compression of the export: ${COMPLETION-CANDIDATES} (default: snappy).")
  private Compression compression = Compression.SNAPPY;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Write every HTTP request and response to this HAR file, without credentials.")
  private @Nullable Path record;

  @Option(
      names = "--replay",
      paramLabel = "FILE",
      description = "Answer HTTP requests from this HAR file, without any network.")
  private @Nullable Path replay;

  @Option(names = "--python", paramLabel = "PATH", description = "The interpreter of python tasks.")
  private @Nullable Path python;

  @Option(
      names = "--durability",
      paramLabel = "LEVEL",
      converter = Durabilities.class,
      completionCandidates = Durabilities.class,
      description =
          "relaxed: an event is committed at most 100 ms after it happened; strict: before anything that depends on it "
              + "(default: relaxed).")
  private Durability durability = Durability.RELAXED;

  @Option(names = "--strict", description = "A template that fails or names nothing fails its step.")
  private boolean strict;

  /** Reads the option {@code --durability}. */
  static final class Durabilities extends Choices<Durability> {
    Durabilities() {
      super(Durability.class);
    }
  }

  /**
   * What the options ask for.
   *
   * @throws InvalidRequestException if they contradict each other
   */
  RunRequest request() {
    if (record != null && replay != null) {
      throw new InvalidRequestException("--record and --replay cannot be used together", "leave one of them out");
    }
    return new RunRequest(
        playbook(),
        new Payload(input, payload, assignments, merge),
        store.toString(),
        export,
        compression,
        new TaskRunners.Options(record, replay, python == null ? null : python.toString()),
        durability,
        strict);
  }

  private Path playbook() {
    if (file != null && fileOption != null) {
      throw new InvalidRequestException(
          "two playbooks are given, '" + file + "' and '" + fileOption + "'", "give one, as FILE or with -f");
    }
    Path playbook = file != null ? file : fileOption;
    if (playbook == null) {
      throw new InvalidRequestException("no playbook is given", "name its file: noetl run FILE");
    }
    return playbook;
  }
}
