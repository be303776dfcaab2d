package io.noetl.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.noetl.adapters.duckdb.store.DuckDbEventStores;
import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.adapters.parquet.writer.ParquetExecutionDataExporter;
import io.noetl.adapters.parquet.writer.UnprovenExport;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;

/**
 * One way of writing an execution to a Parquet file, again for each line that it is asked, in a process of its own so that
 * its memory is its own. Each answer is a line: wall seconds, processor seconds, the most memory of the machine that the
 * process has held so far in MB, the file's bytes.
 */
public final class ExportJob {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private ExportJob() {}

  private interface Way {
    void export() throws IOException, SQLException;
  }

  /**
   * Answers until the input ends.
   *
   * @param arguments {@code copy}, {@code write} or {@code prove}; the store; the execution's id; the target
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    Path store = Path.of(arguments[1]);
    Path target = Path.of(arguments[3]);
    if (arguments[0].equals("copy")) {
      Properties settings = new Properties();
      settings.setProperty("duckdb.read_only", "true");
      try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + store, settings)) {
        run(target, () -> copy(connection, arguments[2], target));
      }
      return;
    }
    try (EventStore events = new DuckDbEventStores().openForReading(store.toString())) {
      Request request = new Request(target, Compression.SNAPPY, true, arguments[2], "city_forecasts", "5f1d".repeat(16));
      ParquetExecutionDataExporter exporter = new ParquetExecutionDataExporter(new ParquetExportInspector());
      run(
          target,
          () -> {
            try (EventCursor cursor = events.events(arguments[2])) {
              if (arguments[0].equals("write")) {
                UnprovenExport.write(cursor, request);
              } else {
                exporter.export(cursor, request);
              }
            }
          });
    }
  }

  private static void run(Path target, Way way) throws IOException, SQLException {
    BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (questions.readLine() != null) {
      long wall = System.nanoTime();
      long processor = SYSTEM.getProcessCpuTime();
      way.export();
      System.out.printf(
          Locale.ROOT,
          "%.4f %.4f %d %d%n",
          (System.nanoTime() - wall) / 1e9,
          (SYSTEM.getProcessCpuTime() - processor) / 1e9,
          LiveHeap.peakResidentMegabytes(),
          Files.size(target));
    }
  }

  /** What a user of DuckDB would write, with DuckDB's own settings. */
  private static void copy(Connection connection, String execution, Path target) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(CopyProcess.copy(execution, target.toString()));
    }
  }
}
