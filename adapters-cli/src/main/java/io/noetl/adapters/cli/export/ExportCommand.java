package io.noetl.adapters.cli.export;

import io.noetl.adapters.cli.command.Compressions;
import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.FormOption;
import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.history.ExportDataset;
import io.noetl.application.history.ExportDataset.Replacing;
import io.noetl.application.history.ExportExecution;
import io.noetl.application.history.ExportExecution.Exported;
import io.noetl.application.history.Selection;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.domain.value.JsonWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports executions that a store holds. */
@Command(
    name = "export",
    header = "Export executions of the store to Parquet files.",
    description = {
      "%nA file is proven good before it appears.",
      "%n'all' keeps the folder PATH level with the store: one file per execution, "
          + "playbook=<name>/date=<UTC date of its start>/<execution id>.parquet, as DuckDB, Polars and Spark read "
          + "partitions. Only what is new is written: executions that have no file yet, or more events than their file says "
          + "that it has. An execution that fails does not keep the others from being exported."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:success",
      "2:wrong usage, or the store has no such execution",
      "3:a file could not be written or did not prove good",
      "4:the store cannot be opened or read"
    },
    footer = {
      "%nExamples:",
      "  noetl export --execution last --to data/exports/last.parquet",
      "  noetl export --execution all --to data/dataset",
      "  noetl export --execution all --to data/dataset --compression zstd --overwrite -o json"
    })
public final class ExportCommand implements Callable<Integer> {

  private final Supplier<ExportExecution> exportExecution;
  private final Supplier<ExportDataset> exportDataset;
  private final Terminal terminal;

  @Option(
      names = "--execution",
      required = true,
      paramLabel = "ID",
      description = "An execution's id, 'last' or 'all'.")
  private String execution = "";

  @Option(names = "--to", required = true, paramLabel = "PATH", description = "The file to write, for 'all' the folder.")
  private Path target = Path.of("");

  @Option(
      names = "--compression",
      paramLabel = "CODEC",
      converter = Compressions.class,
      completionCandidates = Compressions.class,
      description = "Compression: ${COMPLETION-CANDIDATES} (default: snappy).")
  private Compression compression = Compression.SNAPPY;

  @Option(
      names = "--overwrite",
      description = "Replace a file that is there (the default); for 'all' every file, also those that are up to date.")
  private boolean overwrite;

  @Option(
      names = "--no-clobber",
      description = "Refuse to replace a file that is there; for 'all' those that are not up to date.")
  private boolean keep;

  @Mixin private final StoreOption store = new StoreOption();

  @Mixin private final FormOption output = new FormOption();

  public ExportCommand(
      Supplier<ExportExecution> exportExecution, Supplier<ExportDataset> exportDataset, Terminal terminal) {
    this.exportExecution = exportExecution;
    this.exportDataset = exportDataset;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (overwrite && keep) {
      throw new InvalidRequestException(
          "--overwrite and --no-clobber cannot be used together", "leave one of them out");
    }
    if (execution.isBlank()) {
      throw new InvalidRequestException("--execution has an empty id", "name an id, 'last' or 'all'");
    }
    return switch (Selection.of(execution)) {
      case Selection.One one -> exportOne(one);
      case Selection.All all -> exportAll();
    };
  }

  private int exportOne(Selection.One selection) {
    ExportExecution.Request request =
        new ExportExecution.Request(store.location(), selection, target, compression, !keep);
    Exported exported = exportExecution.get().export(request);
    String executionId = exported.execution().executionId();
    switch (output.form()) {
      case PLAIN -> terminal.out().println(ExportedText.line(executionId, exported.file()));
      case JSON ->
          terminal.out().println(JsonWriter.writeIndented(ExportedText.document(executionId, exported.file())));
    }
    return ExitStatus.SUCCESS;
  }

  private int exportAll() {
    DatasetReport report = new DatasetReport(output.form(), terminal);
    Replacing replacing = overwrite ? Replacing.ALL : keep ? Replacing.NONE : Replacing.OUTDATED;
    ExportDataset.Request request = new ExportDataset.Request(store.location(), target, compression, replacing);
    exportDataset.get().export(request, report::add);
    return report.end();
  }
}
