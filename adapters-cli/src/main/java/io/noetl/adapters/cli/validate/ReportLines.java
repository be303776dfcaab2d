package io.noetl.adapters.cli.validate;

import io.noetl.adapters.cli.command.ProblemLine;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.run.ValidationReport;
import io.noetl.application.run.ValidationReport.Finding;
import io.noetl.application.run.ValidationReport.Severity;

/**
 * What was found, a line each: {@code file:line:column: message} on stdout, as {@code run} says it, and on a terminal the
 * place below it. A file that cannot be read is a line on stderr.
 */
final class ReportLines {

  private final Terminal terminal;
  private final Style style;

  ReportLines(Terminal terminal) {
    this.terminal = terminal;
    this.style = Style.of(terminal.outColours());
  }

  void print(ValidationReport report) {
    switch (report) {
      case ValidationReport.Unreadable unreadable -> terminal.err().println(ProblemLine.of(unreadable.message()));
      case ValidationReport.Checked checked -> print(checked);
    }
  }

  private void print(ValidationReport.Checked checked) {
    SourceLines source = terminal.outInteractive() ? SourceLines.of(checked.file()) : SourceLines.NONE;
    for (Finding finding : checked.findings()) {
      terminal.out().println(line(checked.file(), finding));
      source
          .line(finding.problem().position().line())
          .map(text -> new Snippet(text, finding.problem().position(), terminal.width()))
          .ifPresent(snippet -> print(snippet, finding.severity()));
    }
  }

  private String line(String file, Finding finding) {
    String label =
        switch (finding.severity()) {
          case ERROR -> "";
          case WARNING -> style.yellow("warning:") + " ";
        };
    return LineText.of(file + ":" + finding.problem().position())
        + ": "
        + label
        + LineText.of(finding.problem().message());
  }

  private void print(Snippet snippet, Severity severity) {
    terminal.out().println(style.faint(snippet.gutter()) + snippet.shown());
    String caret =
        switch (severity) {
          case ERROR -> style.red("^");
          case WARNING -> style.yellow("^");
        };
    terminal.out().println(style.faint(snippet.emptyGutter()) + snippet.indentation() + caret);
  }
}
