package io.noetl.adapters.tasks.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Parameters.Parameter;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.testkit.task.SampleTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PythonPreparationTest {

  private static final PythonTaskRunner RUNNER = new PythonTaskRunner(Python.interpreter(), 1);

  @TempDir Path folder;

  @AfterAll
  static void closeRunner() {
    RUNNER.close();
  }

  @Test
  void finds_the_parameters_of_main() {
    assertThat(prepare("import os\nX = 1\nasync def main(a, b=X, *, c, d=os.sep):\n  pass"))
        .isEqualTo(
            ready(
                false,
                new Parameter("a", true),
                new Parameter("b", false),
                new Parameter("c", true),
                new Parameter("d", false)));
    assertThat(prepare("def main(a, /, b=1, *rest, **others):\n  pass"))
        .isEqualTo(ready(true, new Parameter("a", true), new Parameter("b", false)));
    assertThat(prepare("def main(): pass")).isEqualTo(ready(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from os.path import join as main",
        "from os.path import *",
        "main = lambda: 1",
        "main: object = print",
        "class main: pass",
        "try:\n  import os as main\nexcept ImportError:\n  pass"
      })
  void takes_any_arguments_for_a_main_that_is_no_definition(String code) {
    assertThat(prepare(code)).isEqualTo(ready(true));
  }

  @Test
  void finds_a_main_inside_a_statement_and_takes_the_last() {
    assertThat(prepare("try:\n  1/0\nexcept Exception:\n  def main(a): pass")).isEqualTo(ready(false, new Parameter("a", true)));
    assertThat(prepare("def main(a): pass\ndef main(b): pass")).isEqualTo(ready(false, new Parameter("b", true)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "def Main(): pass", "def f():\n  def main(): pass", "class A:\n  def main(self): pass"})
  void rejects_code_without_a_main(String code) {
    assertThat(prepare(code)).isEqualTo(rejected("the code defines no function 'main'", 11, 7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          def main():\\n  return )           | SyntaxError: unmatched ')'             | 12 | 16
          def main():\\npass                 | IndentationError: expected an indented block | 12 | 7
          x = 1\\nreturn 2                   | SyntaxError: 'return' outside function | 12 | 7
          """)
  void rejects_code_that_does_not_compile_at_its_place(String code, String message, int line, int column) {
    Preparation preparation = prepare(code.replace("\\n", "\n"));

    Problem problem = ((Preparation.Rejected) preparation).problem();
    assertThat(problem.message()).startsWith("python task 'judge': " + message);
    assertThat(problem.position()).isEqualTo(new Position(line, column));
  }

  @Test
  void runs_nothing_of_the_code() {
    Path file = folder.resolve("ran");

    prepare("open('" + file + "', 'w')\ndef main(): pass");

    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          def main(city, limit=1): pass | {"city": 1, "limt": 2} | main takes no 'limt'; did you mean 'limit'? | 32
          def main(city, limit=1): pass | {"verbose": 1}         | main takes no 'verbose'; it takes city, limit | 31
          def main(): pass              | {"x": 1}               | main takes no 'x'; it takes no arguments      | 31
          """)
  void rejects_an_argument_of_the_task_that_main_does_not_take(String code, String with, String message, int line) {
    Task task = SampleTasks.withArguments(task(code), SampleTasks.map(with));

    assertThat(RUNNER.prepare(List.of(task))).containsExactly(rejected(message, line, 7));
  }

  @Test
  void accepts_every_argument_of_the_task_when_main_takes_any() {
    Task task = SampleTasks.withArguments(task("def main(**all): pass"), SampleTasks.map("{\"x\": 1}"));

    assertThat(RUNNER.prepare(List.of(task))).containsExactly(ready(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                    | needs code: the text of a function 'main'  | 10 | 5
          {"code": 1}                                           | needs code: the text of a function 'main'  | 11 | 7
          {"code": "def main(): pass", "timeuot": 1}            | unknown key 'timeuot'; did you mean 'timeout'? | 12 | 7
          {"code": "def main(): pass", "timeout": 0}            | timeout must be seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not 0 | 12 | 7
          """)
  void rejects_settings_that_cannot_be_used(String settings, String message, int line, int column) {
    assertThat(RUNNER.prepare(List.of(SampleTasks.task("python", "judge", SampleTasks.map(settings)))))
        .containsExactly(rejected(message, line, column));
  }

  @Test
  void needs_no_interpreter_when_there_are_no_tasks() {
    try (PythonTaskRunner runner = new PythonTaskRunner(new PythonInterpreter("/no/python", ""), 1)) {
      runner.warmUp();
      assertThat(runner.prepare(List.of())).isEmpty();
    }
  }

  @Test
  void says_how_to_name_an_interpreter_that_is_missing() {
    assertNoInterpreter(
        PythonInterpreter.onPath(folder.toString()), "the playbook has python tasks, and there is no 'python3' on the PATH");
    assertNoInterpreter(
        new PythonInterpreter("/no/python", ""), "python interpreter '/no/python' does not exist");
    assertNoInterpreter(
        new PythonInterpreter(folder.toString(), ""), "python interpreter '" + folder + "' is not an executable file");
  }

  @Test
  void refuses_a_program_that_is_no_python() throws IOException {
    Path program = program("#!/bin/sh\nexit 3\n");

    assertNoInterpreter(
        new PythonInterpreter(program.toString(), ""),
        "python interpreter '" + program + "' ended with status 3 before it was ready");
  }

  @Test
  void refuses_a_python_that_is_too_old() throws IOException {
    Path program = program("#!/bin/sh\nprintf '\\000\\000\\000\\022{\"ready\":[2,7,18]}'\ncat >/dev/null\n");

    assertNoInterpreter(
        new PythonInterpreter(program.toString(), ""),
        "python interpreter '" + program + "' is Python 2.7.18, and tasks need 3.8 or newer");
  }

  @Test
  void refuses_a_program_that_only_looks_like_python() throws IOException {
    Path program = program("#!/bin/sh\nprintf '\\000\\000\\000\\002{}'\ncat >/dev/null\n");

    assertNoInterpreter(
        new PythonInterpreter(program.toString(), ""),
        "python interpreter '" + program + "' does not behave as Python does");
  }

  private Path program(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("python"), script);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void assertNoInterpreter(PythonInterpreter interpreter, String message) {
    try (PythonTaskRunner runner = new PythonTaskRunner(interpreter, 1)) {
      runner.warmUp();
      assertThatThrownBy(() -> runner.prepare(List.of(task("def main(): pass"))))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessage(message)
          .extracting(problem -> ((InvalidRequestException) problem).remedy())
          .isEqualTo("install Python 3.8 or newer, or name an interpreter with --python PATH");
    }
  }

  private static Preparation prepare(String code) {
    return RUNNER.prepare(List.of(task(code))).getFirst();
  }

  private static Task task(String code) {
    return SampleTasks.task("python", "judge", Python.settings(code));
  }

  private static Preparation ready(boolean others, Parameter... parameters) {
    return new Preparation.Ready(new Parameters.Named(List.of(parameters), others));
  }

  private static Preparation rejected(String message, int line, int column) {
    return new Preparation.Rejected(new Problem("python task 'judge': " + message, new Position(line, column)));
  }
}
