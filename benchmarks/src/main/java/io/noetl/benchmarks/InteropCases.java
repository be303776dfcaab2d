package io.noetl.benchmarks;

import io.noetl.adapters.duckdb.store.DuckDbEventStores;
import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.adapters.parquet.writer.ParquetExecutionDataExporter;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.Request;
import io.noetl.benchmarks.WildValues.Traits;
import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes the stores whose exports other readers are to read, and beside each the values that they are to find: those that
 * the generator put in, or what SQL yields for logs that DuckDB made. Prints a line for each: name, execution, and how many
 * row groups its export is to have at least.
 */
public final class InteropCases {

  private final Path folder;

  private InteropCases(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes them all.
   *
   * @param arguments a folder, {@code sample} or {@code full}, a seed
   */
  public static void main(String[] arguments) throws SQLException, IOException {
    InteropCases cases = new InteropCases(Path.of(arguments[0]));
    boolean sample = arguments[1].equals("sample");
    Random random = new Random(Long.parseLong(arguments[2]));
    cases.empty();
    cases.wild("one-row", 1, 1, random, null);
    cases.wild("only-nulls", 1_000, 1, random, new Traits(1, 5, 20, true));
    cases.wild("dictionary-overflows", sample ? 12_000 : 40_000, 1, random, new Traits(0.1, Integer.MAX_VALUE, 150, false));
    cases.wild("dictionary-overflows-late", sample ? 8_000 : 30_000, 1, random, new Traits(0.2, 4_000, 600, true));
    cases.wild("many-row-groups", sample ? 600 : 1_500, 2, random, new Traits(0.05, Integer.MAX_VALUE, 20_000, false));
    cases.wild("huge-values", 3, 1, random, new Traits(0.5, 2, sample ? 1_000_000 : 10_000_000, false));
    if (!sample) {
      cases.wild("two-rows", 2, 1, random, null);
      cases.wild("no-nulls", 3_000, 1, random, new Traits(0, 200, 40, true));
    }
    for (int i = 1; i <= (sample ? 1 : 20); i++) {
      cases.wild("wild-" + i, 1 + random.nextInt(4_000), 1, random, null);
    }
    cases.synthetic("typical", sample ? 3_000 : 500_000, sample ? 1 : 2, random);
  }

  private void wild(String name, int rows, int rowGroups, Random random, @Nullable Traits traits)
      throws SQLException, IOException {
    try (WildLog log = WildLog.in(store(name));
        ExpectedColumns expected = new ExpectedColumns(folder.resolve(name))) {
      print(name, log.add(new WildLog.Shape(rows, random.nextLong(), traits), Optional.of(expected)), rowGroups);
    }
  }

  private void synthetic(String name, int rows, int rowGroups, Random random) throws SQLException, IOException {
    String id;
    try (SyntheticLog log = SyntheticLog.in(store(name))) {
      id = log.add(SyntheticLog.Shape.typical(rows, random.nextInt()));
    }
    try (ExpectedColumns expected = new ExpectedColumns(folder.resolve(name));
        Connection connection = DriverManager.getConnection("jdbc:duckdb:" + store(name))) {
      expect(connection, id, expected);
    }
    print(name, id, rowGroups);
  }

  /** What SQL says that an execution holds, a value at a time. */
  private static void expect(Connection connection, String id, ExpectedColumns expected) throws SQLException, IOException {
    String columns =
        EventColumn.ALL.stream()
            .map(column -> column == EventColumn.TIMESTAMP ? "epoch_us(timestamp)" : column.columnName())
            .collect(Collectors.joining(", "));
    try (PreparedStatement query =
        connection.prepareStatement("SELECT " + columns + " FROM event_log WHERE execution_id = ? ORDER BY sequence")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          for (EventColumn column : EventColumn.ALL) {
            expect(row, column, expected);
          }
        }
      }
    }
  }

  private static void expect(ResultSet row, EventColumn column, ExpectedColumns expected) throws SQLException, IOException {
    int place = EventColumn.ALL.indexOf(column) + 1;
    if (row.getObject(place) == null) {
      expected.addNull(column);
      return;
    }
    switch (column.type()) {
      case TEXT, JSON -> expected.addText(column, row.getString(place).getBytes(StandardCharsets.UTF_8));
      case LONG, INT, TIMESTAMP -> expected.addLong(column, row.getLong(place));
      case DOUBLE -> expected.addDouble(column, row.getDouble(place));
    }
  }

  /** An execution has an event at least, so that the command line exports none without: the exporter does. */
  private void empty() throws SQLException, IOException {
    Path store = store("empty");
    WildLog.in(store).close();
    new ExpectedColumns(folder.resolve("empty")).close();
    try (EventStore events = new DuckDbEventStores().openForReading(store.toString())) {
      for (Compression compression : Compression.values()) {
        Path target = folder.resolve("empty." + compression.name().toLowerCase(Locale.ROOT) + ".parquet");
        try (EventCursor none = events.events("none")) {
          new ParquetExecutionDataExporter(new ParquetExportInspector())
              .export(none, new Request(target, compression, true, "none", "empty", "0".repeat(64)));
        }
      }
    }
    print("empty", "none", 0);
  }

  private Path store(String name) {
    return folder.resolve(name + ".duckdb");
  }

  private static void print(String name, String executionId, int rowGroups) {
    System.out.println(name + "\t" + executionId + "\t" + rowGroups);
  }
}
