package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Wrong inputs: each is answered by one line that says what and what to do, and by the status that is documented. */
class ReportRefusalTest {

  @TempDir private static Path folder;

  @BeforeAll
  static void make_what_is_wrong() throws IOException {
    Path good = folder.resolve("good.parquet");
    Noetl.run("run", Repository.playbook("hello_example"), "--quiet", "--duckdb", folder.resolve("good.duckdb"), "--export", good);
    byte[] bytes = Files.readAllBytes(good);
    write("truncated.parquet", Arrays.copyOf(bytes, bytes.length - 100));
    write("stub.parquet", Arrays.copyOf(bytes, 6));
    byte[] flipped = bytes.clone();
    flipped[bytes.length / 3] ^= 4;
    write("flipped.parquet", flipped);
    byte[] footer = bytes.clone();
    footer[bytes.length - 8] ^= 0x40;
    write("footer.parquet", footer);
    write("empty.parquet", new byte[0]);
    write("json.parquet", "[{\"event_type\": \"step_start\"}]\n".getBytes(UTF_8));
    write("text.parquet", "hello".getBytes(UTF_8));
    copy("SELECT 1 AS id, 'x' AS name", "foreign.parquet");
    copy("SELECT * EXCLUDE (event_type) FROM log", "no_type.parquet");
    copy("SELECT * EXCLUDE (execution_id, node_id) FROM log", "no_ids.parquet");
    copy("SELECT * REPLACE (5 AS timestamp) FROM log", "number_time.parquet");
    copy("SELECT * REPLACE ('soon' AS timestamp) FROM log", "text_time.parquet");
    copy("SELECT * FROM log WHERE false", "no_rows.parquet");
    Files.createDirectories(folder.resolve("nothing"));
    Files.createDirectories(folder.resolve("mixed"));
    Files.copy(good, folder.resolve("mixed/a.parquet"));
    write("mixed/b.parquet", "no".getBytes(UTF_8));
    Files.createDirectories(folder.resolve("taken/execution_report.md"));
    Files.createDirectories(folder.resolve("two"));
    copy("SELECT * REPLACE ('one' AS execution_id) FROM log UNION ALL SELECT * FROM log", "two/two.parquet");
    write("broken.duckdb", "this is no database, whatever its name says".getBytes(UTF_8));
  }

  private static void write(String name, byte[] bytes) throws IOException {
    Files.write(folder.resolve(name), bytes);
  }

  private static void copy(String query, String name) {
    String log = "WITH log AS (SELECT * FROM read_parquet(" + Sql.literal(folder.resolve("good.parquet")) + ")) ";
    Sql.execute("COPY (" + log + query + ") TO " + Sql.literal(folder.resolve(name)) + " (FORMAT parquet)");
  }

  /** What differs from run to run is left out behind an ellipsis. */
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/reports/refusals.csv", delimiter = '|', quoteCharacter = '~', numLinesToSkip = 1)
  void one_line_says_what_is_wrong_and_what_to_do(String arguments, int status, String line) {
    List<Object> command = new ArrayList<>(List.of("report"));
    for (String argument : arguments.strip().split(" +(?=(?:[^']*'[^']*')*[^']*$)")) {
      command.add(argument.replace("DIR", folder.toString()).replaceAll("^'|'$", "").replace('`', '\''));
    }
    command.addAll(List.of("--no-plots"));
    if (!arguments.contains("--output-dir")) {
      command.addAll(List.of("--output-dir", folder.resolve("out")));
    }

    Noetl.Outcome outcome = Noetl.run(command.toArray());

    String said = outcome.err().replace(folder.toString(), "DIR").strip();
    if (line.endsWith("…")) {
      assertThat(said).startsWith(line.substring(0, line.length() - 1));
    } else {
      assertThat(said).isEqualTo(line);
    }
    assertThat(outcome.err().strip().lines()).hasSize(1);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
