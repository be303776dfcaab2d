package io.noetl.adapters.cli.export;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.Form;
import io.noetl.adapters.cli.command.FormOption;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves Parquet files good. */
@Command(
    name = "verify",
    header = "Prove Parquet files good, or say what is wrong with them.",
    description =
        "%nReads each file to its end and says: proven (an export of noetl that holds what its digests say), unproven "
            + "(it can be read but has no digests of noetl) or bad, and why. Digests find damage; they are no signature.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:every file is proven; with --foreign, proven or unproven",
      "2:wrong usage",
      "3:a file is not proven"
    },
    footer = {
      "%nExamples:",
      "  noetl verify data/exports/execution_data.parquet",
      "  noetl verify -o json data/exports/*.parquet",
      "  noetl verify --foreign written-elsewhere.parquet"
    })
public final class VerifyCommand implements Callable<Integer> {

  private final Supplier<ExportInspector> inspector;
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "The files.")
  private List<Path> paths = new ArrayList<>();

  @Option(names = "--foreign", description = "Accept files that noetl did not write.")
  private boolean foreign;

  @Mixin private final FormOption output = new FormOption();

  public VerifyCommand(Supplier<ExportInspector> inspector, Terminal terminal) {
    this.inspector = inspector;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Style style = Style.of(terminal.outColours());
    ExportInspector proof = inspector.get();
    boolean accepted = true;
    List<Value> documents = new ArrayList<>();
    for (Path path : paths) {
      Verdict verdict = proof.inspect(path);
      accepted &= accepts(verdict);
      switch (output.form()) {
        case PLAIN -> terminal.out().println(VerdictText.line(path, verdict, style));
        case JSON -> documents.add(VerdictText.document(path, verdict));
      }
    }
    if (output.form() == Form.JSON) {
      terminal.out().println(JsonWriter.writeIndented(Value.of(documents)));
    }
    return accepted ? ExitStatus.SUCCESS : ExitStatus.FILE;
  }

  private boolean accepts(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Proven proven -> true;
      case Verdict.Unproven unproven -> foreign;
      case Verdict.Bad bad -> false;
    };
  }
}
