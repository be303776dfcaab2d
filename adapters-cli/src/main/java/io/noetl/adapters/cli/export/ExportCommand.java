package io.noetl.adapters.cli.export;

import io.noetl.adapters.cli.command.Compressions;
import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.FormOption;
import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.history.ExportExecution;
import io.noetl.application.history.ExportExecution.Exported;
import io.noetl.application.history.Selection;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports executions that a store holds. */
@Command(
    name = "export",
    header = "Export executions of the store to Parquet files.",
    description =
        "%nA file is proven good before it appears. 'all' writes one file per execution into the folder PATH, named "
            + "<execution id>.parquet.",
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
      "  noetl export --execution all --to data/exports --compression zstd -o json"
    })
public final class ExportCommand implements Callable<Integer> {

  private final Supplier<ExportExecution> exportExecution;
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

  @Option(names = "--overwrite", description = "Replace a file that is there (the default).")
  private boolean overwrite;

  @Option(names = "--no-clobber", description = "Refuse to replace a file that is there.")
  private boolean keep;

  @Mixin private final StoreOption store = new StoreOption();

  @Mixin private final FormOption output = new FormOption();

  public ExportCommand(Supplier<ExportExecution> exportExecution, Terminal terminal) {
    this.exportExecution = exportExecution;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ExportExecution.Request request = request();
    switch (output.form()) {
      case PLAIN -> exportExecution.get().export(request, exported -> terminal.out().println(line(exported)));
      case JSON -> {
        List<Value> answers = new ArrayList<>();
        exportExecution.get().export(request, exported -> answers.add(document(exported)));
        boolean one = request.selection() instanceof Selection.One;
        terminal.out().println(JsonWriter.writeIndented(one ? answers.getFirst() : Value.of(answers)));
      }
    }
    return ExitStatus.SUCCESS;
  }

  private ExportExecution.Request request() {
    if (overwrite && keep) {
      throw new InvalidRequestException(
          "--overwrite and --no-clobber cannot be used together", "leave one of them out");
    }
    if (execution.isBlank()) {
      throw new InvalidRequestException("--execution has an empty id", "name an id, 'last' or 'all'");
    }
    return new ExportExecution.Request(store.location(), Selection.of(execution), target, compression, !keep);
  }

  private static String line(Exported exported) {
    return "%s: %d rows, %d bytes, verified, execution %s"
        .formatted(
            exported.file().path(),
            exported.file().rows(),
            exported.file().bytes(),
            exported.execution().executionId());
  }

  private static Value document(Exported exported) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("execution_id", Value.of(exported.execution().executionId()));
    entries.put("path", Value.of(exported.file().path().toString()));
    entries.put("rows", Value.of(exported.file().rows()));
    entries.put("bytes", Value.of(exported.file().bytes()));
    entries.put("verified", Value.TRUE);
    return Value.of(entries);
  }
}
