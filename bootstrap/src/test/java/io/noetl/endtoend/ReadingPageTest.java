package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about reading exports: every command and every SQL statement on it works. */
class ReadingPageTest {

  private static final Path PAGE = Repository.file("docs/reading.md");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./noetl (.*)$");
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  @TempDir private static Path folder;

  @BeforeAll
  static void run() {
    Path exports = folder.resolve("data/exports");
    for (String name : List.of("execution_data", "second")) {
      Noetl.run(
          "run", Repository.playbook("weather_loop_example"), "--replay", Repository.file("catalog/recordings/weather.har"),
          "--quiet", "--duckdb", folder.resolve("data/noetl.duckdb"), "--export", exports.resolve(name + ".parquet"));
    }
  }

  /** A command without {@code --input} reads the default, which a test must name. */
  private static Noetl.Outcome run(String line) {
    List<Object> arguments = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String text = word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3);
      arguments.add(text.startsWith("data/") ? folder + "/" + text : text);
    }
    if (line.startsWith("report")) {
      if (!line.contains("--output-dir")) {
        arguments.addAll(List.of("--output-dir", folder.resolve("data/reports")));
      }
      if (!line.contains("--input") && !line.contains("--duckdb") && !line.contains("--compare")) {
        arguments.addAll(List.of("--input", folder.resolve("data/exports/execution_data.parquet")));
      }
    }
    return Noetl.run(arguments.toArray());
  }

  @Test
  void every_command_and_every_statement_works() throws IOException {
    String page = Files.readString(PAGE);
    List<String> commands = COMMAND.matcher(page).results().map(match -> match.group(1)).toList();
    assertThat(commands).hasSize(15);
    for (String command : commands) {
      Noetl.Outcome outcome = run(command);
      assertThat(outcome.status()).as("%s%n%s", command, outcome.err()).isZero();
      assertThat(outcome.out().isEmpty()).as(command).isEqualTo(command.contains("--quiet"));
    }
    List<String> statements =
        SQL.matcher(page).results().flatMap(match -> List.of(match.group(1).split(";\\s*\n")).stream()).toList();
    assertThat(statements).hasSize(6);
    for (String statement : statements) {
      List<String> rows = Sql.rows(statement.replace("'data/", "'" + folder + "/data/"));
      assertThat(rows.isEmpty()).as(statement).isEqualTo(statement.contains("task_error"));
    }
  }

  @Test
  void the_files_that_the_page_names_are_written() throws IOException {
    for (String format : List.of("csv", "json")) {
      run("report --input data/exports/execution_data.parquet --format " + format + " --output-dir data/named");
    }
    List<String> names =
        Pattern.compile("(?m)^\\| (`[a-z_]+[^|]*) \\| (?:the report|the plots|the tables)").matcher(Files.readString(PAGE)).results()
            .flatMap(row -> Pattern.compile("`([^`]+)`").matcher(row.group(1)).results())
            .map(name -> name.group(1))
            .toList();

    assertThat(names).hasSize(12).contains("execution_report.md", "execution_report.html", "step_durations.png", "timeline");
    for (String name : names) {
      if (name.equals("errors")) {
        assertThat(folder.resolve("data/named/errors.csv")).doesNotExist();
      } else if (name.contains(".")) {
        assertThat(folder.resolve("data/named").resolve(name)).isNotEmptyFile();
      } else {
        assertThat(folder.resolve("data/named").resolve(name + ".csv")).isNotEmptyFile();
        assertThat(folder.resolve("data/named").resolve(name + ".json")).isNotEmptyFile();
      }
    }
  }
}
