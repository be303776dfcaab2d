package io.noetl.adapters.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.noetl.adapters.cli.terminal.Interrupts;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.analysis.AnalyzeExecution;
import io.noetl.application.analysis.WriteReport;
import io.noetl.application.doctor.ExamineMachine;
import io.noetl.application.history.ExportDataset;
import io.noetl.application.history.ExportExecution;
import io.noetl.application.history.ListExecutions;
import io.noetl.application.history.PruneExecutions;
import io.noetl.application.history.ShowExecution;
import io.noetl.application.history.VerifyExports;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.PayloadSource;
import io.noetl.application.port.SqlQueries;
import io.noetl.application.render.RenderTemplate;
import io.noetl.application.run.RunPlaybook;
import io.noetl.application.run.ValidatePlaybook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.function.Supplier;

/** Runs the command line in this process and keeps what it writes. What a test does not set must not be constructed. */
public final class Console {

  /** What a command left behind. */
  public record Outcome(int status, String out, String err) {}

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private OutputStream answer = out;
  private InputStream in = InputStream.nullInputStream();
  private boolean interactive;
  private boolean colours;
  private Instant now = Instant.parse("2026-01-31T12:00:00Z");
  private Interrupts interrupts = Interrupts.NONE;
  private Supplier<RunPlaybook> runPlaybook = unused();
  private Supplier<ValidatePlaybook> validatePlaybook = unused();
  private Supplier<ListExecutions> listExecutions = unused();
  private Supplier<ShowExecution> showExecution = unused();
  private Supplier<PruneExecutions> pruneExecutions = unused();
  private Supplier<ExportExecution> exportExecution = unused();
  private Supplier<ExportDataset> exportDataset = unused();
  private Supplier<VerifyExports> verifyExports = unused();
  private Supplier<SqlQueries> sqlQueries = unused();
  private Supplier<RenderTemplate> renderTemplate = unused();
  private Supplier<PayloadSource> payloadSource = unused();
  private Supplier<AnalyzeExecution> analyzeExecution = unused();
  private Supplier<WriteReport> writeReport = unused();
  private Supplier<ExamineMachine> examineMachine = unused();
  private int width = 80;

  public Outcome run(String... arguments) {
    Operations operations =
        new Operations(
            runPlaybook,
            validatePlaybook,
            listExecutions,
            showExecution,
            pruneExecutions,
            exportExecution,
            exportDataset,
            verifyExports,
            sqlQueries,
            renderTemplate,
            payloadSource,
            analyzeExecution,
            writeReport,
            examineMachine);
    Terminal terminal =
        new Terminal(
            in,
            new PrintStream(answer, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            interactive,
            interactive,
            colours,
            width,
            () -> now);
    int status = new NoetlCommandLine(operations, terminal, interrupts).execute(arguments);
    return new Outcome(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  public Console running(RunPlaybook with) {
    runPlaybook = () -> with;
    return this;
  }

  public Console validating(ValidatePlaybook with) {
    validatePlaybook = () -> with;
    return this;
  }

  public Console reporting(AnalyzeExecution analyze, WriteReport write) {
    analyzeExecution = () -> analyze;
    writeReport = () -> write;
    return this;
  }

  public Console examining(ExamineMachine with) {
    examineMachine = () -> with;
    return this;
  }

  public Console wide(int columns) {
    width = columns;
    return this;
  }

  public Console over(EventStores stores) {
    listExecutions = () -> new ListExecutions(stores);
    showExecution = () -> new ShowExecution(stores);
    pruneExecutions = () -> new PruneExecutions(stores);
    return this;
  }

  public Console exporting(EventStores stores, ExecutionDataExporter exporter) {
    exportExecution = () -> new ExportExecution(stores, exporter);
    return this;
  }

  public Console exportingAll(EventStores stores, ExecutionDataExporter exporter, ExportInspector inspector) {
    exportDataset = () -> new ExportDataset(stores, exporter, inspector);
    return this;
  }

  public Console inspecting(ExportInspector with, EventStores stores) {
    verifyExports = () -> new VerifyExports(with, stores);
    return this;
  }

  public Console querying(SqlQueries with) {
    sqlQueries = () -> with;
    return this;
  }

  public Console rendering(RenderTemplate with) {
    renderTemplate = () -> with;
    return this;
  }

  public Console loading(PayloadSource with) {
    payloadSource = () -> with;
    return this;
  }

  public Console interruptedBy(Interrupts with) {
    interrupts = with;
    return this;
  }

  public Console onATerminal(boolean withColours) {
    interactive = true;
    colours = withColours;
    return this;
  }

  public Console at(String instant) {
    now = Instant.parse(instant);
    return this;
  }

  public Console reading(String input) {
    return reading(new ByteArrayInputStream(input.getBytes(UTF_8)));
  }

  public Console reading(InputStream input) {
    in = input;
    return this;
  }

  public Console writingTo(OutputStream stream) {
    answer = stream;
    return this;
  }

  private static <T> Supplier<T> unused() {
    return () -> {
      throw new AssertionError("this command must not construct that");
    };
  }
}
