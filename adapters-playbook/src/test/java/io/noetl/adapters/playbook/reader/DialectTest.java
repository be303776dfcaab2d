package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.domain.playbook.Playbook;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling of the language, read into one model. */
class DialectTest {

  private static final String WORKBOOK =
      """
      workbook:
        - {task: get, type: http, endpoint: "http://x"}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    call: {task: get, with: {a: 1}}",
        "    call: {type: workbook, name: get, with: {a: 1}}",
        "    call: {type: workbook, task: get, with: {a: 1}}",
        "    call: {task: get, args: {a: 1}}",
        "    call: {task: get, input: {a: 1}}",
        "    call: {task: get, data: {a: 1}}",
        "    call: {task: get}\n    with: {a: 1}",
        "    type: workbook\n    task: get\n    with: {a: 1}",
        "    type: workbook\n    name: get\n    args: {a: 1}",
        "    task: get\n    with: {a: 1}",
      })
  void reads_a_call_of_a_workbook_task(String call) {
    assertThat(Playbooks.outline("workflow:\n  - step: start\n" + call + "\n" + WORKBOOK))
        .isEqualTo(
            """
            workload {}
            step start calls get with {a: 1}
            task get http {endpoint: `http://x`} with {}
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    call: {type: http, endpoint: 'http://x', method: GET, timeout: 5, with: {a: 1}}",
        "    type: http\n    url: http://x\n    method: GET\n    timeout: 5\n    with: {a: 1}",
      })
  void reads_an_http_task_on_a_step(String call) {
    assertThat(Playbooks.outline("workflow:\n  - step: start\n" + call + "\n"))
        .isEqualTo(
            """
            workload {}
            step start runs start http {endpoint: `http://x`, method: `GET`, timeout: 5} with {} called with {a: 1}
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    call: {type: python, code: 'def main(a): return {{a}}', with: {a: '{{ b }}'}}",
        "    type: python\n    code: 'def main(a): return {{a}}'\n    with: {a: '{{ b }}'}",
      })
  void reads_a_python_task_on_a_step_whose_code_is_no_template(String call) {
    assertThat(Playbooks.outline("workflow:\n  - step: start\n" + call + "\n"))
        .isEqualTo(
            """
            workload {}
            step start runs start python {code: "def main(a): return {{a}}"} with {} called with {a: `{{ b }}`}
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"    command: SELECT 1", "    commands: SELECT 1"})
  void reads_a_duckdb_task_on_a_step(String command) {
    assertThat(Playbooks.outline("workflow:\n  - step: start\n    type: duckdb\n" + command + "\n"))
        .isEqualTo(
            """
            workload {}
            step start runs start duckdb {commands: `SELECT 1`} with {} called with {}
            """);
  }

  @Test
  void reads_every_setting_of_a_duckdb_task() {
    assertThat(
            Playbooks.outline(
                """
                workflow:
                  - step: start
                    type: duckdb
                    commands: [SELECT 1, "{{ sql }}"]
                    database: work.duckdb
                    external_access: true
                    timeout: 5
                """))
        .isEqualTo(
            """
            workload {}
            step start runs start duckdb {commands: [`SELECT 1`, `{{ sql }}`], database: `work.duckdb`, \
            external_access: true, timeout: 5} with {} called with {}
            """);
  }

  @Test
  void a_type_that_the_language_does_not_describe_takes_any_setting() {
    assertThat(Playbooks.outline("workflow:\n  - step: start\n    type: shell\n    script: [ls, 1]\n"))
        .isEqualTo(
            """
            workload {}
            step start runs start shell {script: [`ls`, 1]} with {} called with {}
            """);
  }

  @Test
  void reads_a_workbook_in_each_spelling() {
    assertThat(
            Playbooks.outline(
                """
                workflow: [{step: start}]
                workbook:
                  - task: one
                    type: http
                    desc: the {{ first
                    url: http://{{ host }}
                    headers: {Accept: text/plain, X-Count: 3}
                    args: {host: x}
                    accepts: {host: str}
                    returns: dict
                  - name: two
                    type: python
                    with: {n: 0777}
                    code: "def main(n): return n"
                """))
        .isEqualTo(
            """
            workload {}
            step start route
            task one http {endpoint: `http://{{ host }}`, headers: {Accept: `text/plain`, X-Count: 3}} with {host: `x`}
            task two python {code: "def main(n): return n"} with {n: 511}
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "[a]", "{step: a}", "[{step: a}]", "[{step: a, with: null}]"})
  void reads_a_plain_next(String next) {
    assertThat(Playbooks.outline("workflow:\n  - {step: start, next: " + next + "}\n  - step: a\n"))
        .isEqualTo("workload {}\nstep start route next a\nstep a route\n");
  }

  @Test
  void reads_every_form_of_next() {
    assertThat(
            Playbooks.outline(
                """
                workflow:
                  - step: start
                    next:
                      - a
                      - step: b
                        with: {x: "{{ y }}"}
                      - when: "{{ p }}"
                        then: [a, {step: b, args: {n: 1}}]
                        else: end
                      - {when: "{{ q }}", step: b, data: {m: 2}}
                      - {when: "{{ r }}", then: a}
                      - {when: "{{ s }}", else: {step: b}}
                      - when: yes
                        then: {step: a}
                      - else: [end, a]
                  - step: a
                    next:
                  - step: b
                    next: []
                """))
        .isEqualTo(
            """
            workload {}
            step start route next a; b with {x: `{{ y }}`}; when `{{ p }}` [a, b with {n: 1}] else [end]; \
            when `{{ q }}` [b with {m: 2}]; when `{{ r }}` [a]; when `{{ s }}` [] else [b]; when `{{ true }}` [a]; \
            else [end, a]
            step a route
            step b route
            """);
  }

  @Test
  void reads_loops_with_a_body_and_with_a_task() {
    assertThat(
            Playbooks.outline(
                """
                workflow:
                  - step: start
                    loop: {in: "{{ cities }}", iterator: city, filter: "{{ city.ok }}", mode: sequential}
                    next: inner
                  - step: inner
                    loop:
                      in: [1, "{{ two }}"]
                      iterator: n
                      filter:
                      on_item_error: continue
                    next: {when: "{{ n }}", step: inner_end}
                  - step: inner_end
                    end_loop: inner
                    next: outer_end
                  - step: outer_end
                    end_loop: start
                    result: {all: "{{ start_results }}"}
                    next: tasks
                  - step: tasks
                    loop: {in: "{{ xs }}", iterator: x, on_item_error: fail}
                    type: http
                    url: "{{ x }}"
                    pass: false
                    next: end
                """))
        .isEqualTo(
            """
            workload {}
            step start loop city in `{{ cities }}` filter `{{ city.ok }}` FINISH next inner
            step inner loop n in [1, `{{ two }}`] CONTINUE next when `{{ n }}` [inner_end]
            step inner_end ends inner next outer_end
            step outer_end ends start result {all: `{{ start_results }}`} next tasks
            step tasks loop x in `{{ xs }}` FAIL runs tasks http {endpoint: `{{ x }}`} with {} called with {} next end
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"result: {a: 1, b: '{{ a }}'}", "save: {data: {a: 1, b: '{{ a }}'}}"})
  void reads_the_result_of_a_step(String result) {
    assertThat(Playbooks.outline("workflow:\n  - step: start\n    " + result + "\n"))
        .isEqualTo("workload {}\nstep start route result {a: 1, b: `{{ a }}`}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: n\npath: a/b\nversion: 0.10\ndescription: '{{ no template'\n",
        "metadata: {name: n, path: a/b, version: 0.10, description: '{{ no template'}\n",
        "apiVersion: noetl.io/v1\nkind: Playbook\nmetadata: {name: n, path: a/b}\nversion: 0.10\n",
      })
  void reads_what_a_playbook_is_called(String head) {
    Reading reading = Playbooks.read(head + "workflow: [{step: start}]\n");

    assertThat(Playbooks.problems(reading)).isEmpty();
    Playbook playbook = ((Reading.Sound) reading).playbook();
    assertThat(List.of(playbook.name(), playbook.path(), playbook.version())).containsExactly("n", "a/b", "0.10");
  }

  @Test
  void reads_the_workload_with_its_types() {
    assertThat(
            Playbooks.outline(
                """
                workload:
                  text: "{{ a }} and 'b'"
                  number: 1_000
                  ratio: 1.50
                  flag: on
                  none: ~
                  day: 2024-01-31
                  list: [x, {y: 12:30}]
                  1: one
                workflow: [{step: start}]
                """))
        .isEqualTo(
            """
            workload {text: `{{ a }} and 'b'`, number: 1000, ratio: 1.5, flag: true, none: null, day: `2024-01-31`, \
            list: [`x`, {y: 750}], 1: `one`}
            step start route
            """);
  }
}
