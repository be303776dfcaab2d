package io.noetl.adapters.duckdb.report;

import io.noetl.adapters.duckdb.report.HeldExecutions.Chosen;
import io.noetl.adapters.duckdb.report.HeldExecutions.FileNames;
import io.noetl.application.error.InputException;
import io.noetl.application.report.Analysis;
import io.noetl.application.report.RecordSchema;
import io.noetl.domain.event.EventColumn;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Brings what was opened to the shape of {@link RecordTables}, or says why it cannot be. */
final class RecordPreparation {

  private final RecordDatabase database;
  private final DuckDBConnection connection;
  private final String name;
  private final RecordFilter filter;
  private final Map<String, String> fileNames;
  private final @Nullable String executionId;

  /**
   * @param fileNames how files are named in answers, by their absolute paths; empty for a store
   * @param executionId the execution of a store; null for files
   */
  RecordPreparation(
      RecordDatabase database,
      String name,
      RecordFilter filter,
      Map<String, String> fileNames,
      @Nullable String executionId) {
    this.database = database;
    this.connection = database.connection();
    this.name = name;
    this.filter = filter;
    this.fileNames = fileNames;
    this.executionId = executionId;
  }

  OpenedRecords prepare() throws SQLException {
    RecordColumns columns = columns();
    requireColumns(columns);
    filter.check(connection, "event_log");
    HeldExecutions held = held(columns);
    List<Chosen> chosen = held.chosen(names());
    ExecutionIds ids = keep(chosen);
    boolean regular = chosen.stream().allMatch(Chosen::regular);
    String sameFile = executionId == null ? "(its.file IS NULL OR its.file = " + RecordTables.FILE + ")" : "true";
    if (regular) {
      String record = RecordTables.OWN_RECORD.formatted(filter.selection("*", "event_log"), sameFile);
      Sql.execute(connection, "CREATE TEMP VIEW record AS " + record);
    } else {
      copy(columns);
    }
    Sql.execute(connection, RecordTables.frame(columns, sameFile));
    Sql.execute(connection, NodeTable.create(regular));
    Sql.execute(connection, "CREATE TEMP TABLE failure AS " + AnalysisQueries.FAILURES);
    RecordOrigin origin = new RecordOrigin(name, filter.condition(), columns.schema(), held.notes());
    Analysis analysis = new AnalysisReader(connection, ids).read(origin);
    return new OpenedRecords(database, ids, analysis);
  }

  private RecordColumns columns() throws SQLException {
    List<RecordSchema.Column> columns =
        Sql.list(
            connection,
            "DESCRIBE event_log",
            row -> RecordColumns.column(row.text("column_name"), row.text("column_type")));
    return new RecordColumns(columns.stream().filter(column -> !column.name().equals(RecordTables.FILE)).toList());
  }

  private void requireColumns(RecordColumns columns) throws SQLException {
    if (!columns.lacking().isEmpty()) {
      String lacking = columns.lacking().stream().map(EventColumn::columnName).collect(Collectors.joining(", "));
      throw new InputException(
          "'" + name + "' is no export of an execution: it lacks the column" + (columns.lacking().size() == 1 ? " " : "s ") + lacking,
          "name a file that was written with --export, or one with the columns of docs/events.md");
    }
    if (!columns.tellsTime()) {
      throw new InputException(
          "'" + name + "' cannot be read: its column timestamp is of type " + columns.typeOf(EventColumn.TIMESTAMP),
          "write it as TIMESTAMP, or as ISO 8601 text");
    }
  }

  private HeldExecutions held(RecordColumns columns) throws SQLException {
    String rows = executionId == null ? "event_log" : "event_log WHERE execution_id = " + Sql.literal(executionId);
    return new HeldExecutions(connection, columns, rows, file(), name);
  }

  private ExecutionIds keep(List<Chosen> chosen) throws SQLException {
    Sql.execute(connection, RecordTables.EXECUTION);
    List<String> ids = new ArrayList<>();
    try (PreparedStatement insert = connection.prepareStatement("INSERT INTO execution VALUES (?, ?, ?, ?)")) {
      for (Chosen one : chosen) {
        insert.setInt(1, ids.size());
        insert.setString(2, one.executionId());
        insert.setString(3, one.file());
        insert.setString(4, one.source());
        insert.execute();
        ids.add(one.executionId());
      }
    }
    return new ExecutionIds(ids);
  }

  private void copy(RecordColumns columns) throws SQLException {
    Sql.execute(connection, RecordTables.numbered(columns, file()));
    boolean linked = columns.has(EventColumn.EVENT_ID) && columns.has(EventColumn.PARENT_EVENT_ID);
    Sql.execute(connection, linked ? RecordTables.LINKED : RecordTables.PAIRED);
    Sql.execute(connection, "DROP TABLE numbered");
    Sql.execute(connection, RecordTables.foreignRecord(columns, filter));
    Sql.execute(connection, "DROP TABLE linked");
  }

  /** The file that a row comes from. */
  private String file() {
    return executionId == null ? RecordTables.FILE : "CAST(NULL AS VARCHAR)";
  }

  private FileNames names() {
    return new FileNames() {
      @Override
      public String of(@Nullable String file) {
        return file == null ? name : fileNames.getOrDefault(file, file);
      }

      @Override
      public String all() {
        return name;
      }
    };
  }
}
