package io.noetl.adapters.cli.report;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.ProblemLine;
import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.analysis.AnalyzeExecution;
import io.noetl.application.analysis.ReportTable;
import io.noetl.application.analysis.WriteReport;
import io.noetl.application.analysis.WriteReport.Written;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer.Kind;
import io.noetl.application.report.RecordSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The execution data reader. */
@Command(
    name = "report",
    header = "Understand recorded executions: tables, plots, and pages to send to a colleague.",
    description =
        "%nReads Parquet files with the columns of the event log, noetl's own exports or another tool's, or an execution of a "
            + "store. Prints schema, executions, event counts, timeline, step durations, step results, errors and a summary, "
            + "and writes pages and plots.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the report was made, whatever it says",
      "2:wrong usage, or the filter is wrong",
      "3:an input file cannot be read, or a file of the report cannot be written",
      "4:the store cannot be opened or read"
    },
    footer = {
      "%nExamples:",
      "  noetl report --input data/exports/execution_data.parquet",
      "  noetl report --input data/exports --format csv --output-dir data/reports",
      "  noetl report --duckdb data/noetl.duckdb --execution last --no-plots",
      "  noetl report --filter \"status = 'error'\"",
      "  noetl report --compare yesterday.parquet today.parquet"
    })
public final class ReportCommand implements Callable<Integer> {

  static final String DEFAULT_INPUT = "data/exports/execution_data.parquet";
  static final String DEFAULT_FOLDER = "data/reports";

  private final Supplier<AnalyzeExecution> analyze;
  private final Supplier<WriteReport> write;
  private final Terminal terminal;

  @Option(
      names = "--input",
      paramLabel = "PATH",
      description = "A Parquet file, a folder of them, or a pattern in quotes (default: " + DEFAULT_INPUT + ").")
  private @Nullable String input;

  @Option(
      names = "--duckdb",
      paramLabel = "PATH",
      description = "Read from a store instead, a DuckDB file (default with --execution: " + StoreOption.DEFAULT + ").")
  private @Nullable Path store;

  @Option(names = "--execution", paramLabel = "ID|last", description = "The execution of the store (default: last).")
  private @Nullable String execution;

  @Option(
      names = "--compare",
      arity = "2",
      paramLabel = "WHAT",
      description =
          "Compare a second execution with a first; each is an export, or the id of an execution in the store. The report is "
              + "about the second.")
  private @Nullable List<String> compared;

  @Option(
      names = "--filter",
      paramLabel = "CONDITION",
      description = "Only rows for which an SQL condition is true. It reaches nothing but the records.")
  private @Nullable String filter;

  @Option(
      names = "--output-dir",
      paramLabel = "DIR",
      description = "The folder for the files of the report (default: " + DEFAULT_FOLDER + ").")
  private Path folder = Path.of(DEFAULT_FOLDER);

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = ReportFormat.Converter.class,
      completionCandidates = ReportFormat.Converter.class,
      description =
          "Form of the tables: ${COMPLETION-CANDIDATES} (default: text). csv and json are written as files, a table each.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(names = "--list-events", description = "Only print the types of events and how many there are.")
  private boolean listEvents;

  @Option(names = "--list-steps", description = "Only print the steps and what became of them.")
  private boolean listSteps;

  @Option(names = "--no-plots", description = "Write no plots.")
  private boolean noPlots;

  @Option(names = "--verbose", description = "Print the columns with their types, and more rows of each table.")
  private boolean verbose;

  @Option(names = "--quiet", description = "Print nothing; only write files.")
  private boolean quiet;

  public ReportCommand(Supplier<AnalyzeExecution> analyze, Supplier<WriteReport> write, Terminal terminal) {
    this.analyze = analyze;
    this.write = write;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    analyze.get().analyze(request(), this::show);
    return ExitStatus.SUCCESS;
  }

  private AnalyzeExecution.Request request() {
    refuse(verbose && quiet, "--verbose", "--quiet");
    refuse(quiet && (listEvents || listSteps), "--quiet", "a list");
    refuse(input != null && (store != null || execution != null), "--input", store != null ? "--duckdb" : "--execution");
    refuse(compared != null && input != null, "--compare", "--input");
    refuse(compared != null && execution != null, "--compare", "--execution");
    if (compared != null) {
      refuse(compared.size() > 2, "--compare", "another --compare");
      return new AnalyzeExecution.Request(named(compared.get(1)), filter, named(compared.get(0)));
    }
    if (store != null || execution != null) {
      return new AnalyzeExecution.Request(stored(execution == null ? "last" : execution), filter, null);
    }
    return new AnalyzeExecution.Request(new RecordSource.Exports(input == null ? DEFAULT_INPUT : input), filter, null);
  }

  private static void refuse(boolean together, String one, String other) {
    if (together) {
      throw new InvalidRequestException(one + " and " + other + " cannot be used together", "leave one of them out");
    }
  }

  /** What looks like a path is an export, anything else an execution. */
  private RecordSource named(String what) {
    boolean path = what.indexOf('/') >= 0 || what.endsWith(".parquet") || (store == null && Files.exists(Path.of(what)));
    return path ? new RecordSource.Exports(what) : stored(what);
  }

  private RecordSource stored(String which) {
    Path location = StoreOption.checked(store == null ? Path.of(StoreOption.DEFAULT) : store);
    return new RecordSource.Stored(location.toString(), which);
  }

  private void show(Report report) {
    if (report.analysis().events() == 0) {
      terminal.err().println(ProblemLine.of("no event matches the filter"));
    }
    if (listEvents || listSteps) {
      list(report);
      return;
    }
    if (!quiet && format == ReportFormat.TEXT) {
      new TextReport(report, terminal, verbose).print();
    }
    List<Written> files = write.get().write(report, folder, kinds());
    if (quiet) {
      return;
    }
    write.get().obstacles(kinds()).forEach(obstacle -> terminal.err().println(ProblemLine.of(obstacle)));
    switch (format) {
      case TEXT -> files.forEach(file -> terminal.err().println("wrote " + file.file()));
      case CSV -> WrittenFiles.csv(files, terminal.out());
      case JSON -> WrittenFiles.json(report, files, terminal.out());
    }
  }

  private void list(Report report) {
    ListedTables tables = new ListedTables(report, terminal);
    if (listEvents) {
      tables.print(ReportTable.EVENT_TYPES, format);
    }
    if (listSteps) {
      tables.print(ReportTable.STEPS, format);
    }
  }

  private Set<Kind> kinds() {
    EnumSet<Kind> kinds = EnumSet.of(Kind.PAGE);
    if (!noPlots) {
      kinds.add(Kind.PLOT);
    }
    switch (format) {
      case TEXT -> {}
      case CSV -> kinds.add(Kind.CSV_TABLE);
      case JSON -> kinds.add(Kind.JSON_TABLE);
    }
    return kinds;
  }
}
