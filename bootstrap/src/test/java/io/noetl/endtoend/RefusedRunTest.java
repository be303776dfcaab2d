package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out before anything runs: exit status 2, or 3 for a recording, a line a problem, and nothing written. */
class RefusedRunTest {

  private static final Path HELLO = Repository.playbook("hello_example");
  private static final Path LOOPS = Repository.playbook("nested_loop_example");

  @TempDir private Path folder;

  @Test
  void an_interpreter_that_does_not_exist_is_found_before_anything_runs() throws IOException {
    checkNothingHappens(
        2,
        List.of(
            "noetl: python interpreter '/nope' does not exist; "
                + "install Python 3.8 or newer, or name an interpreter with --python PATH"),
        System.getenv("PATH"),
        HELLO,
        "--python",
        "/nope");
  }

  @Test
  void a_path_without_python_is_found_before_anything_runs() throws IOException {
    checkNothingHappens(
        2,
        List.of(
            "noetl: the playbook has python tasks, and there is no 'python3' on the PATH; "
                + "install Python 3.8 or newer, or name an interpreter with --python PATH"),
        Files.createDirectory(folder.resolve("bin")).toString(),
        HELLO);
  }

  @Test
  void a_playbook_without_python_tasks_needs_no_python() throws IOException {
    String empty = Files.createDirectory(folder.resolve("bin")).toString();

    assertThat(Noetl.withPath(empty, "run", LOOPS, "--duckdb", folder.resolve("noetl.duckdb")).status()).isZero();
  }

  @Test
  void everything_that_is_wrong_with_a_playbook_is_told_with_its_place() throws IOException {
    checkRefused(
        """
        workflow:
          - step: start
            nexts: fetch
          - step: fetch
            call: {task: get_forcast}
            next: [ends]
          - step: odd
            type: pithon
          - step: text
            result: {open: "{{ 1 + }}"}
        workbook:
          - {task: get_forecast, type: http, endpoint: "http://localhost"}
        """,
        "3:5: unknown key 'nexts'; did you mean 'next'?",
        "4:11: warning: step 'fetch' is never reached",
        "5:18: unknown task 'get_forcast'; did you mean 'get_forecast'?",
        "6:12: unknown step 'ends'; did you mean 'end'?",
        "7:11: warning: step 'odd' is never reached",
        "8:11: unknown type 'pithon'; did you mean 'python'?",
        "9:11: warning: step 'text' is never reached",
        "10:28: expected an expression, found '}}'");
  }

  @Test
  void a_body_that_reaches_another_loops_end_is_refused() throws IOException {
    checkRefused(
        """
        workflow:
          - step: start
            next: [one, two]
          - step: one
            loop: {in: [1], iterator: n}
            next: end_two
          - {step: end_one, end_loop: one}
          - step: two
            loop: {in: [1], iterator: n}
            next: end_two
          - {step: end_two, end_loop: two}
        """,
        "6:11: step 'end_two' ends loop 'two' and cannot be reached from here, in the body of loop 'one'");
  }

  /** What Python says of it differs from version to version. */
  @Test
  void python_code_that_python_cannot_read_is_refused_with_its_line() throws IOException {
    Path playbook =
        Files.writeString(
            folder.resolve("broken.yaml"),
            """
            workflow:
              - step: start
                type: python
                code: |
                  def main(:
                      return 1
            """);

    Noetl.Outcome outcome = Noetl.run("run", playbook, "--duckdb", folder.resolve("noetl.duckdb"));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err().lines())
        .singleElement()
        .asString()
        .startsWith("noetl: " + playbook + ":5:")
        .contains(": python task 'start': SyntaxError: ");
    assertThat(filesIn(folder)).containsExactly("broken.yaml");
  }

  @Test
  void yaml_that_is_none_is_refused() throws IOException {
    checkRefused("workflow: [{step: start}\n", "2:1: a list without its ']', or two items without ',' between them");
  }

  private void checkRefused(String playbook, String... problems) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.yaml"), playbook);
    List<String> lines = Arrays.stream(problems).map(problem -> "noetl: " + file + ":" + problem).toList();

    checkNothingHappens(2, lines, System.getenv("PATH"), file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--payload|{|--payload:1:2: ",
        "--payload|[1]|--payload: a payload must be a map, not list; ",
        "--set|name|--set 'name' is no assignment; write --set key=value or --set key.path=value",
        "--set|name=[1|--set name=[1:1:3: ",
        "--set|name.deep=1|--set name.deep: 'name' is no map in the workload; ",
        "--input|/nope.json|cannot read input /nope.json: there is no such file; check the path",
        "--duckdb||invalid value for option '--duckdb'",
        "--durability|none|invalid value for option '--durability'",
        "--recrod|x.har|unknown option '--recrod'; did you mean '--record'?"
      })
  void wrong_values_and_options_are_told_before_anything_runs(String wrong) throws IOException {
    String[] parts = wrong.split("\\|");

    Noetl.Outcome outcome =
        Noetl.run("run", HELLO, "--export", folder.resolve("e.parquet"), parts[0], parts[1]);

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).singleElement().asString().startsWith("noetl: " + parts[2]);
    assertThat(filesIn(folder)).isEmpty();
  }

  @Test
  void a_recording_that_does_not_exist_ends_in_status_3() throws IOException {
    checkNothingHappens(
        3,
        List.of("noetl: no such HAR file: '/nope.har'; name a file that --record wrote, or record one with --record"),
        System.getenv("PATH"),
        Repository.playbook("weather_loop_example"),
        "--replay",
        "/nope.har");
  }

  private void checkNothingHappens(int status, List<String> lines, String searchPath, Object... arguments)
      throws IOException {
    Path untouched = folder.resolve("untouched");
    Files.createDirectory(untouched);
    Stream<Object> outputs =
        Stream.of("--duckdb", untouched.resolve("data/n.duckdb"), "--export", untouched.resolve("e.parquet"));

    Noetl.Outcome outcome =
        Noetl.withPath(
            searchPath, Stream.concat(Stream.concat(Stream.of("run"), Arrays.stream(arguments)), outputs).toArray());

    assertThat(outcome.err().lines()).containsExactlyElementsOf(lines);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.out()).isEmpty();
    assertThat(filesIn(untouched)).isEmpty();
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
