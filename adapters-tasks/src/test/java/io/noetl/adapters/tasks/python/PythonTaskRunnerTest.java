package io.noetl.adapters.tasks.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.TextValue;
import io.noetl.testkit.task.SampleTasks;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class PythonTaskRunnerTest {

  private static final PythonTaskRunner RUNNER = new PythonTaskRunner(Python.interpreter(), 1);

  @AfterAll
  static void closeRunner() {
    RUNNER.close();
  }

  @Test
  void passes_arguments_by_name_and_returns_the_value() throws InterruptedException {
    assertThat(result("def main(b, a=0, *, c):\n  return [a, b, c]", "{\"c\": 3, \"a\": 1, \"b\": 2}")).isEqualTo("[1,2,3]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          None                              | null
          (1, (2,))                         | [1,[2]]
          {1: 'a', None: 2, 1.5: 3}         | {"1":"a","null":2,"1.5":3}
          {True: 1}                         | {"true":1}
          2 ** 70                           | 1180591620717411303424
          1.0                               | 1.0
          str('Zürich 🌧')                  | "Zürich 🌧"
          []                                | []
          """)
  void returns_what_json_dumps_writes(String expression, String json) throws InterruptedException {
    assertThat(result("def main():\n  return " + expression, "{}")).isEqualTo(json);
  }

  @Test
  void carries_every_kind_of_value_both_ways() throws InterruptedException {
    String values = "{\"v\":[null,true,-1,123456789012345678901234567890,1e-07,\"ü\\n\\u007f\",{\"\":[]}]}";

    assertThat(result("def main(**given):\n  return given", values)).isEqualTo(values);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'items': [1, 2, float('nan')]}   | result.items[2]: NaN is not JSON
          [float('-inf')]                   | result[0]: -Infinity is not JSON
          {'a b': {1, 2}}                   | result['a b']: a value of type set is not JSON
          {'when': datetime.date(2026,1,2)} | result.when: a value of type datetime.date is not JSON
          {(1, 2): 3}                       | result: a key of type tuple is not JSON
          b'x'                              | result: a value of type bytes is not JSON
          loop()                            | result[0][0]: contains itself
          """)
  void refuses_a_result_that_is_no_json(String expression, String error) throws InterruptedException {
    String code =
        """
        import datetime
        def loop():
          inner = []
          inner.append([inner])
          return inner
        def main():
          return %s
        """.formatted(expression);

    assertThat(failure(code, "{}").error()).isEqualTo(error);
  }

  @Test
  void refuses_a_result_that_is_nested_too_deeply() throws InterruptedException {
    String code = "def main(depth):\n  v = 1\n  for i in range(depth):\n    v = [v]\n  return v";

    assertThat(failure(code, "{\"depth\": 600}").error())
        .startsWith("python task 'judge': the result is beyond the limits of JSON: nested deeper than 512 levels");
    assertThat(failure(code, "{\"depth\": 100000}").error()).startsWith("result");
    assertThat(result(code, "{\"depth\": 2}")).isEqualTo("[[1]]");
  }

  @Test
  void awaits_an_async_main() throws InterruptedException {
    String code = "import asyncio\nasync def main(x):\n  await asyncio.sleep(0)\n  return x";

    assertThat(result(code, "{\"x\": 5}")).isEqualTo("5");
  }

  @Test
  void gives_imports_and_helpers_outside_main_to_main() throws InterruptedException {
    String code =
        """
        from __future__ import annotations
        import math
        from dataclasses import dataclass, asdict
        @dataclass
        class Square:
          side: int
        def area(square):
          return math.prod([square.side, square.side])
        def main(side):
          return [area(Square(side)), asdict(Square(1)), __name__]
        """;

    assertThat(result(code, "{\"side\": 4}")).isEqualTo("[16,{\"side\":1},\"noetl_task\"]");
  }

  @Test
  void runs_no_main_guard_and_starts_every_call_afresh() throws InterruptedException {
    String code =
        """
        seen = []
        if __name__ == '__main__':
          seen.append('guard')
        def main():
          seen.append(1)
          return seen
        """;

    assertThat(result(code, "{}")).isEqualTo("[1]");
    assertThat(result(code, "{}")).isEqualTo("[1]");
  }

  @Test
  void undoes_a_change_of_the_working_folder_and_import_path() throws InterruptedException {
    String code = "import os, sys\ndef main():\n  r = [os.getcwd(), len(sys.path)]\n  os.chdir('/')\n  sys.path.append('x')\n  return r";

    String first = result(code, "{}");

    assertThat(result(code, "{}")).isEqualTo(first);
    assertThat(first).startsWith("[\"" + System.getProperty("user.dir") + "\",");
  }

  @Test
  void keeps_what_was_printed_in_the_metadata() throws InterruptedException {
    TaskOutcome outcome =
        run("import sys, logging\ndef main():\n  print('ü', 1)\n  sys.stderr.write('careful')\n  sys.stdout.buffer.write(b'raw')", "{}");

    assertThat(outcome)
        .isEqualTo(
            new TaskOutcome.Success(Value.NULL, SampleTasks.map("{\"stdout\": \"ü 1\\nraw\", \"stderr\": \"careful\"}")));
    assertThat(run("def main():\n  pass", "{}")).isEqualTo(new TaskOutcome.Success(Value.NULL, Value.EMPTY_MAP));
  }

  @Test
  void cuts_off_what_is_printed_beyond_64_kib() throws InterruptedException {
    TaskOutcome outcome = run("def main():\n  for i in range(1000):\n    print('x' * 99)", "{}");

    String stdout = ((TextValue) outcome.metadata().valueOf("stdout")).value();
    assertThat(stdout).hasSize(65_536 + "\n… (34464 more bytes dropped)".length());
    assertThat(stdout).endsWith("\n… (34464 more bytes dropped)");
  }

  @Test
  void survives_stray_writes_to_the_real_output_and_reads_of_the_real_input() throws InterruptedException {
    String code =
        "import os, subprocess\ndef main():\n  os.write(1, b'stray on file descriptor 1\\n')\n"
            + "  subprocess.run(['echo', 'stray of a child'])\n  return [os.read(0, 9).decode(), 7]";

    assertThat(result(code, "{}")).isEqualTo("[\"\",7]");
  }

  @Test
  void survives_code_that_closes_its_output() throws InterruptedException {
    assertThat(result("import sys\ndef main():\n  sys.stdout.close()\n  return 1", "{}")).isEqualTo("1");
    assertThat(run("def main():\n  print('again')", "{}").metadata())
        .isEqualTo(SampleTasks.map("{\"stdout\": \"again\\n\"}"));
  }

  @Test
  void fails_with_the_exception_and_its_line_in_the_playbook() throws InterruptedException {
    TaskOutcome.Failure failure =
        failure("def check(x):\n    if x:\n        raise ValueError('bad city')\ndef main(x):\n    check(x)", "{\"x\": 1}");

    assertThat(failure.error()).isEqualTo("ValueError: bad city");
    assertThat(failure.position()).isEqualTo(new Position(13, 15));
    assertThat(((TextValue) failure.metadata().valueOf("traceback")).value())
        .startsWith("Traceback (most recent call last):\n  File \"<task judge>\", line 15, in main\n    check(x)\n")
        .contains("  File \"<task judge>\", line 13, in check\n    raise ValueError('bad city')\n")
        .endsWith("ValueError: bad city\n")
        .doesNotContain("worker.py");
  }

  @Test
  void places_an_exception_of_a_library_where_the_code_called_it() throws InterruptedException {
    TaskOutcome.Failure failure = failure("import json\ndef main():\n\n  return json.loads('{')", "{}");

    assertThat(failure.error()).startsWith("json.decoder.JSONDecodeError: Expecting property name");
    assertThat(failure.position()).isEqualTo(new Position(14, 9));
  }

  @Test
  void places_an_exception_outside_main() throws InterruptedException {
    TaskOutcome.Failure failure = failure("import no_such_module_at_all\ndef main():\n  pass", "{}");

    assertThat(failure.error()).isEqualTo("ModuleNotFoundError: No module named 'no_such_module_at_all'");
    assertThat(failure.position()).isEqualTo(new Position(11, 7));
  }

  @Test
  void keeps_what_was_printed_before_an_exception() throws InterruptedException {
    assertThat(failure("def main():\n  print('so far')\n  1/0", "{}").metadata().valueOf("stdout"))
        .isEqualTo(Value.of("so far\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sys.exit(3)             | SystemExit: 3
          raise KeyboardInterrupt | KeyboardInterrupt
          raise E('a\\nb')        | noetl_task.E: a
          assert not sys          | AssertionError
          def f(): return f()     | main needs 'x', which it was not given
          """)
  void fails_on_whatever_the_code_raises(String statement, String error) throws InterruptedException {
    boolean missing = statement.startsWith("def");
    String code = "import sys\nclass E(Exception): pass\ndef main(" + (missing ? "x" : "") + "):\n  " + statement;

    assertThat(failure(code, "{}").error()).isEqualTo(error);
    assertThat(result("def main():\n  return 1", "{}")).isEqualTo("1");
  }

  @Test
  void fails_on_runaway_recursion() throws InterruptedException {
    assertThat(failure("def main():\n  return main()", "{}").error())
        .startsWith("RecursionError: maximum recursion depth exceeded");
  }

  @Test
  void names_every_required_parameter_that_is_missing() throws InterruptedException {
    assertThat(failure("def main(city, limit, *, unit, x=1):\n  pass", "{\"limit\": 1}").error())
        .isEqualTo("main needs 'city', 'unit', which it was not given");
  }

  @Test
  void names_arguments_that_main_does_not_take() throws InterruptedException {
    assertThat(failure("def main(city):\n  pass", "{\"city\": 1, \"x\": 2, \"y\": 3}").error())
        .isEqualTo("main takes no 'x', 'y'");
  }

  @Test
  void fills_positional_only_parameters_by_name() throws InterruptedException {
    assertThat(result("def main(a, b=2, /, c=3, *rest, **others):\n  return [a, b, c, rest, others]", "{\"c\": 9, \"a\": 1, \"d\": 4}"))
        .isEqualTo("[1,2,9,[],{\"d\":4}]");
  }

  @Test
  void calls_a_main_that_is_no_plain_function() throws InterruptedException {
    String code =
        """
        import functools
        def loud(f):
          @functools.wraps(f)
          def inner(**given):
            return f(**given) + '!'
          return inner
        @loud
        def main(x):
          return x
        """;

    assertThat(result(code, "{\"x\": \"a\"}")).isEqualTo("\"a!\"");
    assertThat(result("class Main:\n  def go(self, x):\n    return x\nmain = Main().go", "{\"x\": 1}")).isEqualTo("1");
  }

  @Test
  void fails_on_settings_that_cannot_be_used() throws InterruptedException {
    assertThat(run(Value.of(Map.of("code", Value.of(1)))))
        .isEqualTo(failed("python task 'judge': code must be text, not integer"));
    assertThat(run(Value.of(Map.of("code", Value.of("def main(): pass"), "timeout", Value.of("x")))))
        .isEqualTo(
            failed("python task 'judge': timeout must be seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not \"x\""));
    assertThat(run(Value.of(Map.of("code", Value.of("x = 1")))))
        .isEqualTo(failed("the code defines no function 'main'"));
  }

  private static TaskOutcome run(Value.MapValue settings) throws InterruptedException {
    return RUNNER.run(SampleTasks.request("python", "judge", settings, Value.EMPTY_MAP));
  }

  private static TaskOutcome failed(String error) {
    return new TaskOutcome.Failure(error, null, null, Value.EMPTY_MAP);
  }

  private static String result(String code, String arguments) throws InterruptedException {
    TaskOutcome outcome = run(code, arguments);
    assertThat(outcome).isInstanceOf(TaskOutcome.Success.class);
    return JsonWriter.write(((TaskOutcome.Success) outcome).data());
  }

  private static TaskOutcome.Failure failure(String code, String arguments) throws InterruptedException {
    TaskOutcome outcome = run(code, arguments);
    assertThat(outcome).isInstanceOf(TaskOutcome.Failure.class);
    return (TaskOutcome.Failure) outcome;
  }

  private static TaskOutcome run(String code, String arguments) throws InterruptedException {
    TaskRequest request = Python.call(code, arguments);
    return RUNNER.run(request);
  }
}
