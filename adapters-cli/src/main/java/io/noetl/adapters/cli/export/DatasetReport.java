package io.noetl.adapters.cli.export;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.Form;
import io.noetl.adapters.cli.command.ProblemLine;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.error.OperationException;
import io.noetl.application.history.ExportDataset.Outcome;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what became of each execution of a dataset: the files that were written and the counts on stdout, failures as they
 * happen on stderr.
 */
final class DatasetReport {

  private final Form form;
  private final Terminal terminal;
  private final List<Value> written = new ArrayList<>();
  private final List<Value> failed = new ArrayList<>();
  private long writtenFiles;
  private long upToDate;

  DatasetReport(Form form, Terminal terminal) {
    this.form = form;
    this.terminal = terminal;
  }

  void add(Outcome outcome) {
    switch (outcome) {
      case Outcome.Written file -> {
        writtenFiles++;
        String executionId = file.execution().executionId();
        switch (form) {
          case PLAIN -> terminal.out().println(ExportedText.line(executionId, file.file()));
          case JSON -> written.add(ExportedText.document(executionId, file.file()));
        }
      }
      case Outcome.UpToDate file -> upToDate++;
      case Outcome.Failed failure -> fail(failure.execution().executionId(), failure.problem());
    }
  }

  /**
   * Prints the end of the answer.
   *
   * @return the exit status
   */
  int end() {
    switch (form) {
      case PLAIN ->
          terminal.out().println(
              "%d written, %d up to date%s"
                  .formatted(writtenFiles, upToDate, failed.isEmpty() ? "" : ", " + failed.size() + " failed"));
      case JSON -> terminal.out().println(JsonWriter.writeIndented(document()));
    }
    return failed.isEmpty() ? ExitStatus.SUCCESS : ExitStatus.FILE;
  }

  private void fail(String executionId, OperationException problem) {
    String remedy = problem.remedy().isEmpty() ? "" : "; " + problem.remedy();
    terminal.err().println(ProblemLine.of("execution " + executionId + ": " + problem.getMessage() + remedy));
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("execution_id", Value.of(executionId));
    entries.put("error", Value.of(String.valueOf(problem.getMessage())));
    entries.put("remedy", Value.of(problem.remedy()));
    failed.add(Value.of(entries));
  }

  private Value document() {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("written", Value.of(written));
    entries.put("up_to_date", Value.of(upToDate));
    entries.put("failed", Value.of(failed));
    return Value.of(entries);
  }
}
