package io.noetl.adapters.cli.validate;

import io.noetl.adapters.cli.command.Choices;
import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.run.ValidatePlaybook;
import io.noetl.application.run.ValidationReport;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks playbooks without running them. */
@Command(
    name = "validate",
    header = "Check playbooks without running them.",
    description = {
      "%nMakes the checks that 'run' makes before anything happens: the YAML, the keys and their types, the steps, tasks "
          + "and variables that are named, the flow from step to step, templates and python code. Python code is compiled "
          + "by python3; where there is none, a warning says that it was not checked.",
      "%nEach mistake is a line FILE:LINE:COLUMN: MESSAGE on stdout, each doubt one with 'warning:' before the message; "
          + "on a terminal the place is shown below. A warning does not keep a playbook from running."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:no errors, perhaps warnings", "2:wrong usage, or a file has errors or cannot be read"},
    footer = {
      "%nExamples:",
      "  noetl validate weather.yaml",
      "  noetl validate catalog/playbooks/*.yaml",
      "  noetl validate --format json weather.yaml | jq '.files[].problems[].message'"
    })
public final class ValidateCommand implements Callable<Integer> {

  private final Supplier<ValidatePlaybook> validatePlaybook;
  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The playbooks.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = {"-o", "--format"},
      paramLabel = "FORM",
      converter = Forms.class,
      completionCandidates = Forms.class,
      description = "Form of the answer: text or json (default: text).")
  private ReportForm form = ReportForm.TEXT;

  @Option(names = "--python", paramLabel = "PATH", description = "The interpreter that checks python code.")
  private @Nullable String python;

  public ValidateCommand(Supplier<ValidatePlaybook> validatePlaybook, Terminal terminal) {
    this.validatePlaybook = validatePlaybook;
    this.terminal = terminal;
  }

  /** The form of the answer. */
  enum ReportForm {
    /** A line per finding. */
    TEXT,
    /** One JSON document. */
    JSON
  }

  /** Reads the name of a form. */
  static final class Forms extends Choices<ReportForm> {
    Forms() {
      super(ReportForm.class);
    }
  }

  @Override
  public Integer call() {
    Tally tally = new Tally();
    switch (form) {
      case TEXT -> {
        ReportLines lines = new ReportLines(terminal);
        validatePlaybook.get().validate(files, python, report -> lines.print(tally.counted(report)));
      }
      case JSON -> {
        List<Value> documents = new ArrayList<>();
        validatePlaybook.get().validate(files, python, report -> documents.add(document(tally.counted(report))));
        terminal.out().println(JsonWriter.writeIndented(ReportDocument.of(documents, tally)));
      }
    }
    terminal.err().println(tally.summary());
    return tally.errors() == 0 ? ExitStatus.SUCCESS : ExitStatus.USAGE;
  }

  private static Value document(ValidationReport report) {
    return ReportDocument.of(report);
  }
}
