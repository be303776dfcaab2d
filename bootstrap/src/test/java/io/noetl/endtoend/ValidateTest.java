package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.endtoend.Noetl.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code validate} with the real reader, templates and runners. */
class ValidateTest {

  @TempDir private Path folder;

  @Test
  void no_example_has_a_problem() throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("validate"));
    arguments.addAll(playbooks(Repository.playbook("hello_example").getParent()));

    assertThat(Noetl.run(arguments.toArray())).isEqualTo(new Outcome(0, "", (arguments.size() - 1) + " files: no problems\n"));
    assertThat(arguments).hasSizeGreaterThan(8);
  }

  @Test
  void of_the_scenarios_only_those_that_show_what_is_doubtful_are_doubted() throws IOException {
    Path scenarios = Repository.file("bootstrap/src/test/resources/scenarios");
    List<Object> arguments = new ArrayList<>(List.of("validate"));
    arguments.addAll(playbooks(scenarios));

    Outcome outcome = Noetl.run(arguments.toArray());

    assertThat(outcome.out().replace(scenarios + "/", ""))
        .isEqualTo(
            """
            lenient.yaml:7:18: warning: nothing defines 'missing'; without a payload that brings it, it is null
            lenient.yaml:8:18: warning: nothing defines 'missing'; without a payload that brings it, it is null
            lenient.yaml:11:22: warning: nothing defines 'missing'; without a payload that brings it, it is null
            next_truth_of_values.yaml:11:20: warning: nothing defines 'missing'; without a payload that brings it, it is null
            strict_undefined.yaml:11:18: warning: nothing defines 'missing'; without a payload that brings it, it is null
            strict_workload.yaml:3:19: warning: nothing defines 'missing'; without a payload that brings it, it is null
            with_stays_visible_in_its_scope.yaml:19:15: warning: the body of loop 'loop' never reaches its end, \
            step 'end_loop'; let its last step lead there
            """);
    assertThat(outcome.status()).isZero();
  }

  @Test
  void every_kind_of_mistake_is_told_with_its_place() throws IOException {
    Path file =
        write(
            "flow.yaml",
            """
            workload: {threshold: 3}
            workflow:
              - step: start
                next: judge
              - step: judge
                type: python
                code: |
                  def mian(threshold):
                      return threshold > 1
                result:
                  hot: "{{ treshold }}"
              - step: lost
            """);

    assertThat(Noetl.run("validate", file))
        .isEqualTo(
            new Outcome(
                2,
                file
                    + ":8:7: python task 'judge': the code defines no function 'main'\n"
                    + file
                    + ":11:16: warning: nothing defines 'treshold'; did you mean 'threshold'?\n"
                    + file
                    + ":12:11: warning: step 'lost' is never reached\n",
                "1 file: 1 error, 2 warnings\n"));
  }

  /** Each of these files begins with the problems that it has, a comment each. */
  @Test
  void parameters_that_nothing_defines_are_doubted_where_the_task_is_called() throws IOException {
    Path doubtful = Repository.file("bootstrap/src/test/resources/doubtful");
    List<Object> arguments = new ArrayList<>(List.of("validate"));
    StringBuilder expected = new StringBuilder();
    for (Path file : playbooks(doubtful)) {
      arguments.add(file);
      try (Stream<String> lines = Files.lines(file)) {
        lines
            .takeWhile(line -> line.startsWith("# "))
            .filter(line -> line.contains(": warning: "))
            .forEach(line -> expected.append(file.getFileName()).append(':').append(line.substring(2)).append('\n'));
      }
    }

    Outcome outcome = Noetl.run(arguments.toArray());

    assertThat(outcome.out().replace(doubtful + "/", "")).isEqualTo(expected.toString());
    assertThat(outcome.err()).isEqualTo("4 files: 0 errors, 5 warnings\n");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void a_run_tells_of_a_parameter_that_neither_the_playbook_nor_its_payload_defines() throws IOException {
    Path file =
        write(
            "main.yaml",
            """
            workflow:
              - step: start
                type: python
                on_error: continue
                code: |
                  def main(city):
                      return city
            """);
    String warning =
        "warning: " + file + ":2:5: python task 'start': nothing defines its parameter 'city'; "
            + "give it under 'with' unless a payload brings it, or give it a default\n";

    assertThat(Noetl.run("run", file, "--duckdb", ":memory:").err()).startsWith(warning);
    assertThat(Noetl.run("run", file, "--duckdb", ":memory:", "--set", "city=Oslo").err()).doesNotContain("warning");
  }

  @Test
  void without_python_the_code_is_not_checked_and_a_warning_says_so() throws IOException {
    Path file = Repository.playbook("hello_example");
    String empty = Files.createDirectory(folder.resolve("bin")).toString();

    assertThat(Noetl.withPath(empty, "validate", file))
        .isEqualTo(
            new Outcome(
                0,
                file
                    + ":17:5: warning: python tasks are not checked: the playbook has python tasks, and there is no "
                    + "'python3' on the PATH; install Python 3.8 or newer, or name an interpreter with --python PATH\n",
                "1 file: 0 errors, 1 warning\n"));
  }

  @Test
  void files_that_cannot_be_read_are_a_line_each_and_the_others_are_still_checked() throws IOException {
    Path gone = folder.resolve("gone.yaml");
    Path latin = Files.write(folder.resolve("latin.yaml"), "name: Köln\n".getBytes(ISO_8859_1));
    Path text = write("text.yaml", "workflow: [\n");

    assertThat(Noetl.run("validate", gone, folder, latin, text))
        .isEqualTo(
            new Outcome(
                2,
                latin
                    + ":1:8: the byte 0xF6 is no UTF-8; save the file as UTF-8\n"
                    + text
                    + ":2:1: a value is missing here, or a text that needs quotes\n",
                "noetl: cannot read playbook "
                    + gone
                    + ": there is no such file; check the path\n"
                    + "noetl: cannot read playbook "
                    + folder
                    + ": it is a folder; name a file in it\n"
                    + "4 files: 4 errors, 0 warnings\n"));
  }

  @Test
  void a_run_makes_the_same_checks() throws IOException {
    Path file = write("cycle.yaml", "workflow:\n  - step: start\n    next: start\n");
    String problem = file + ":3:11: this cycle never ends: start → start; go back under a 'when'\n";

    assertThat(Noetl.run("validate", file)).isEqualTo(new Outcome(2, problem, "1 file: 1 error, 0 warnings\n"));
    assertThat(Noetl.run("run", file, "--duckdb", folder.resolve("noetl.duckdb")))
        .isEqualTo(new Outcome(2, "", "noetl: " + problem));
  }

  private Path write(String name, String yaml) throws IOException {
    return Files.writeString(folder.resolve(name), yaml);
  }

  private static List<Path> playbooks(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
