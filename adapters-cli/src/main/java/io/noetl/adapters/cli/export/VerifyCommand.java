package io.noetl.adapters.cli.export;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.Form;
import io.noetl.adapters.cli.command.FormOption;
import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.error.StoreException;
import io.noetl.application.history.VerifyExports;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves Parquet files good. */
@Command(
    name = "verify",
    header = "Prove Parquet files good, or say what is wrong with them.",
    description = {
      "%nReads each file to its end and says: proven (an export of noetl that holds what its digests say), unproven "
          + "(it can be read but has no digests of noetl) or bad, and why. Digests find damage; they are no signature.",
      "%nWith --against, a proven file must also hold what the store has of its execution, value by value: one that does "
          + "not is bad."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every file is proven; with --foreign, proven or unproven",
      "2:wrong usage",
      "3:a file is not proven",
      "4:the store of --against cannot be opened or read"
    },
    footer = {
      "%nExamples:",
      "  noetl verify data/exports/execution_data.parquet",
      "  noetl verify --against data/noetl.duckdb data/exports/*.parquet",
      "  noetl verify --json data/dataset/*/*/*.parquet",
      "  noetl verify --foreign written-elsewhere.parquet"
    })
public final class VerifyCommand implements Callable<Integer> {

  private final Supplier<VerifyExports> verifyExports;
  private final Terminal terminal;
  private final List<Value> documents = new ArrayList<>();
  private boolean accepted = true;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "The files.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--against",
      paramLabel = "DB",
      description = "Compare each file with this store, a DuckDB file.")
  private @Nullable Path against;

  @Option(names = "--foreign", description = "Accept files that noetl did not write.")
  private boolean foreign;

  @Option(
      names = "--json",
      description = "Print one line of JSON per file: path, status, reason, rows, proof.")
  private boolean lines;

  @Mixin private final FormOption output = new FormOption();

  public VerifyCommand(Supplier<VerifyExports> verifyExports, Terminal terminal) {
    this.verifyExports = verifyExports;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (lines && output.form() == Form.JSON) {
      throw new InvalidRequestException(
          "--json and -o json cannot be used together", "--json prints a line per file, -o json one array: leave one out");
    }
    verify();
    if (output.form() == Form.JSON) {
      terminal.out().println(JsonWriter.writeIndented(Value.of(documents)));
    }
    return accepted ? ExitStatus.SUCCESS : ExitStatus.FILE;
  }

  private void verify() {
    if (against == null) {
      verifyExports.get().verify(paths, this::tell);
      return;
    }
    String store = StoreOption.checked("--against", against).toString();
    try {
      verifyExports.get().verifyAgainst(store, paths, this::tell);
    } catch (StoreException e) {
      // Remedies name the option that other commands have for the store.
      throw new StoreException(
          String.valueOf(e.getMessage()), e.remedy().replace("--duckdb PATH", "--against PATH"), e);
    }
  }

  private void tell(Path path, Verdict verdict) {
    accepted &= accepts(verdict);
    if (lines) {
      String store = against == null ? "" : against.toString();
      terminal.out().println(JsonWriter.write(VerdictText.lineDocument(path, verdict, store)));
      terminal.out().flush();
      return;
    }
    switch (output.form()) {
      case PLAIN -> terminal.out().println(VerdictText.line(path, verdict, Style.of(terminal.outColours())));
      case JSON -> documents.add(VerdictText.document(path, verdict));
    }
  }

  private boolean accepts(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proven proven -> true;
      case Verdict.Unproven unproven -> foreign;
      case Verdict.Bad bad -> false;
    };
  }
}
