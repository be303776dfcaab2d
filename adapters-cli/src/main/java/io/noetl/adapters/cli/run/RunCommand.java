package io.noetl.adapters.cli.run;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.Form;
import io.noetl.adapters.cli.command.ProblemLine;
import io.noetl.adapters.cli.progress.RunProgress;
import io.noetl.adapters.cli.progress.Ticker;
import io.noetl.adapters.cli.terminal.DurationText;
import io.noetl.adapters.cli.terminal.Interrupts;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.error.OperationException;
import io.noetl.application.run.Cancellation;
import io.noetl.application.run.ExecutionListener;
import io.noetl.application.run.RunPlaybook;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunRequest;
import io.noetl.domain.value.JsonWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a playbook. */
@Command(
    name = "run",
    header = "Run a playbook, record its events, and print its results.",
    description =
        "%nOn a terminal a live line shows the current step, loop counters and elapsed time. Elsewhere each step that "
            + "ends outside of loops gets a line, and a loop one line with its counts. Warnings and failures are shown "
            + "on both. 'noetl -f FILE ...' does the same as 'noetl run FILE ...'.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:success",
      "1:the playbook failed; its events are kept and the export is written",
      "2:wrong usage, playbook or payload, or a missing interpreter; nothing ran",
      "3:the recording could not be read, or the export could not be written",
      "4:the store cannot be opened or written",
      "130:interrupted; its events are kept and the export is written"
    },
    footer = {
      "%nExamples:",
      "  noetl run weather.yaml --export data/exports/weather.parquet",
      "  noetl run weather.yaml --replay weather.har -o plain",
      "  noetl run weather.yaml --set threshold=25 --set 'cities=[Oslo, Lima]'",
      "  noetl -f weather.yaml --payload '{\"threshold\": 25}' | jq .steps"
    })
public final class RunCommand implements Callable<Integer> {

  private static final Duration TICK = Duration.ofMillis(200);

  private final Supplier<RunPlaybook> runPlaybook;
  private final Terminal terminal;
  private final Interrupts interrupts;

  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      converter = Form.Converter.class,
      completionCandidates = Form.Converter.class,
      description = "Form of the results: json or plain (default: json).")
  private Form form = Form.JSON;

  @Option(names = "--quiet", description = "Show nothing on stderr but errors.")
  private boolean quiet;

  public RunCommand(Supplier<RunPlaybook> runPlaybook, Terminal terminal, Interrupts interrupts) {
    this.runPlaybook = runPlaybook;
    this.terminal = terminal;
    this.interrupts = interrupts;
  }

  @Override
  public Integer call() {
    RunProgress progress = new RunProgress(terminal);
    RunReport report = run(options.request(), progress);
    answer(report);
    FailureLines.write(
        report, progress::hasShownFailure, progress.failuresShown(), Style.of(terminal.errColours()), terminal.err()::println);
    OperationException problem = report.exportProblem();
    if (problem != null) {
      terminal.err().println(ProblemLine.of(problem));
    } else if (!quiet) {
      terminal.err().println(summary(report));
    }
    return statusOf(report);
  }

  private RunReport run(RunRequest request, RunProgress progress) {
    Cancellation cancellation = new Cancellation();
    if (quiet) {
      return run(request, ExecutionListener.NONE, line -> {}, cancellation);
    }
    try (progress) {
      if (!terminal.errInteractive()) {
        return run(request, progress, progress::print, cancellation);
      }
      Ticker ticker = new Ticker(TICK, progress::tick);
      try {
        return run(request, progress, progress::print, cancellation);
      } finally {
        ticker.close();
      }
    }
  }

  /** An interruption before anything runs ends the program at once: there is nothing to close. */
  private RunReport run(
      RunRequest request, ExecutionListener listener, Consumer<String> lines, Cancellation cancellation) {
    BeginNoticed begin = new BeginNoticed(listener);
    interrupts.whenInterrupted(
        () -> {
          cancellation.request();
          if (begin.noticed()) {
            lines.accept("interrupted: ending the running task and keeping what was recorded");
          } else {
            lines.accept("interrupted: nothing ran");
            interrupts.finished();
          }
        });
    return runPlaybook.get().run(request, begin, cancellation);
  }

  private void answer(RunReport report) {
    switch (form) {
      case JSON -> terminal.out().println(JsonWriter.writeIndented(ResultsDocument.of(report)));
      case PLAIN -> PlainResults.write(report, Style.of(terminal.outColours()), terminal.out()::println);
    }
  }

  private String summary(RunReport report) {
    return LineText.of(report.playbook())
        + "  "
        + Style.of(terminal.errColours()).status(report.status().text())
        + "  "
        + DurationText.of(ResultsDocument.seconds(report))
        + "  execution "
        + report.executionId();
  }

  /** An interruption beats a failed export, which beats a failed playbook. */
  private static int statusOf(RunReport report) {
    boolean exported = report.exportProblem() == null;
    return switch (report.status()) {
      case CANCELLED -> ExitStatus.INTERRUPTED;
      case SUCCESS -> exported ? ExitStatus.SUCCESS : ExitStatus.FILE;
      case ERROR -> exported ? ExitStatus.FAILED : ExitStatus.FILE;
      case IN_PROGRESS, SKIPPED, FILTERED ->
          throw new IllegalStateException("a run ended with status " + report.status().text());
    };
  }
}
