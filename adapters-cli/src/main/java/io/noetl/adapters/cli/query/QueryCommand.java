package io.noetl.adapters.cli.query;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.error.InputException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.SqlQueries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one read-only statement. */
@Command(
    name = "query",
    header = "Run one read-only SQL statement on the store or on a Parquet file.",
    description =
        "%nA Parquet file is the table event_log; a store has its views beside it. The statement reaches nothing else: no "
            + "files, no network.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:success",
      "2:wrong usage, or the statement is wrong or not read-only",
      "3:the Parquet file cannot be read, or the answer cannot be written",
      "4:the store cannot be opened or read"
    },
    footer = {
      "%nExamples:",
      "  noetl query \"SELECT event_type, count(*) AS n FROM event_log GROUP BY ALL\"",
      "  noetl query -o csv \"SELECT * FROM step_result ORDER BY duration DESC LIMIT 10\"",
      "  noetl query --input data/exports/execution_data.parquet \"SELECT count(*) FROM event_log\"",
      "  noetl query -o json - < slow-steps.sql"
    })
public final class QueryCommand implements Callable<Integer> {

  private static final int LONGEST_STATEMENT = 10_000_000;

  private final Supplier<SqlQueries> queries;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "SQL", description = "The statement, or - to read it from standard input.")
  private String sql = "";

  @Option(
      names = "--duckdb",
      paramLabel = "PATH",
      description = "The store, a DuckDB file (default: " + StoreOption.DEFAULT + ").")
  private @Nullable Path store;

  @Option(names = "--input", paramLabel = "PATH", description = "A Parquet file to query instead of a store.")
  private @Nullable Path input;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      converter = QueryForm.Converter.class,
      completionCandidates = QueryForm.Converter.class,
      description =
          "Form of the answer: ${COMPLETION-CANDIDATES} (default: table). A table cuts values wider than "
              + TableSink.WIDEST
              + " columns.")
  private QueryForm form = QueryForm.TABLE;

  public QueryCommand(Supplier<SqlQueries> queries, Terminal terminal) {
    this.queries = queries;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (store != null && input != null) {
      throw new InvalidRequestException("--duckdb and --input cannot be used together", "leave one of them out");
    }
    String statement = statement();
    AnswerSink sink = new WatchedSink(sink(), terminal.out());
    try {
      if (input != null) {
        queries.get().queryFile(input, statement, sink);
      } else {
        Path location = StoreOption.checked(store == null ? Path.of(StoreOption.DEFAULT) : store);
        queries.get().queryStore(location, statement, sink);
      }
    } catch (OutputClosedException closed) {
      return ExitStatus.FILE;
    }
    sink.finish();
    return ExitStatus.SUCCESS;
  }

  private AnswerSink sink() {
    return switch (form) {
      case TABLE -> new TableSink(terminal.out());
      case JSON -> new JsonSink(terminal.out());
      case CSV -> new CsvSink(terminal.out());
    };
  }

  private String statement() {
    String statement = sql.equals("-") ? fromInput() : sql;
    if (statement.isBlank()) {
      throw new InvalidRequestException(
          "the statement is empty", "write one, such as \"SELECT * FROM event_log LIMIT 10\"");
    }
    return statement;
  }

  private String fromInput() {
    try {
      byte[] bytes = terminal.in().readNBytes(LONGEST_STATEMENT + 1);
      if (bytes.length > LONGEST_STATEMENT) {
        throw new InvalidRequestException(
            "the statement on standard input is longer than " + LONGEST_STATEMENT + " bytes", "shorten it");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new InputException(
          "standard input cannot be read: " + failure.getMessage(), "give the statement as an argument", failure);
    }
  }
}
