package io.noetl.adapters.duckdb.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;

/** In processes of their own, because one process starts the recorder once. */
class FlightRecordingTest {

  private static final String ANSWER = "the answer is 42";
  private static final String RECORDER = "jdk.jfr.internal.periodic.PeriodicEvents";

  @Test
  void the_driver_starts_the_flight_recorder() throws IOException {
    assertThat(classesOf("as it comes")).contains(ANSWER, RECORDER);
  }

  @Test
  void a_process_that_leaves_it_out_opens_databases_all_the_same() throws IOException {
    assertThat(classesOf("left out")).contains(ANSWER).doesNotContain(RECORDER);
  }

  /** What a process prints that opens a database, with the classes that it loads. */
  private static String classesOf(String way) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName(),
                way)
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Opens a database and asks it something. */
  static final class Program {

    private Program() {}

    public static void main(String[] arguments) throws SQLException {
      if (arguments[0].equals("left out")) {
        FlightRecording.leaveOut();
      }
      try (DuckDBConnection connection = DuckDbConnections.inMemory(Map.of());
          Statement statement = connection.createStatement();
          ResultSet answer = statement.executeQuery("SELECT 'the answer is ' || 42")) {
        answer.next();
        System.out.println(answer.getString(1));
      }
    }
  }
}
