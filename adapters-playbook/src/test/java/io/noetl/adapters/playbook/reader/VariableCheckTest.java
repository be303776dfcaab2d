package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Variables that nothing in the playbook defines. */
class VariableCheckTest {

  @Test
  void a_misspelt_name_is_told_with_the_one_that_was_meant() {
    assertThat(
            problems(
                """
                workload: {threshold: 3}
                workflow:
                  - step: start
                    result:
                      hot: "{{ treshold > 1 and threshold < 9 }}"
                """))
        .isEqualTo("warning 5:16: nothing defines 'treshold'; did you mean 'threshold'?\n");
  }

  @Test
  void a_name_that_is_near_none_may_come_from_a_payload() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    result: {a: "to {{ recipient }}"}
                """))
        .isEqualTo("warning 3:24: nothing defines 'recipient'; without a payload that brings it, it is null\n");
  }

  @Test
  void a_key_that_the_workload_has_not_is_told() {
    assertThat(
            problems(
                """
                workload: {cities: []}
                workflow:
                  - step: start
                    result: {a: "{{ workload.citys }}", b: "{{ workload['cities'] }}"}
                """))
        .isEqualTo("warning 4:21: the workload has no 'citys'; did you mean 'cities'?\n");
  }

  @Test
  void everything_that_a_playbook_binds_is_defined() {
    assertThat(
            problems(
                """
                workload: {base: x, url: "{{ base }}/{{ job.uuid }}"}
                finally: [sweep]
                workflow:
                  - step: start
                    next: {step: each, with: {size: 2}}
                  - step: each
                    loop: {in: "{{ range(size) | list }}", iterator: item, filter: "{{ item > 0 }}"}
                    next: fetch
                  - step: fetch
                    call: {task: get, with: {place: "{{ item }}"}}
                    retry:
                      max_attempts: 3
                      when: "{{ attempt < 3 and status_code != 404 and error and result is none }}"
                    result: {seen: "{{ get.data }} {{ fetch.status }} {{ result }}"}
                    next: done
                  - step: done
                    end_loop: each
                    result: {all: "{{ each_results }}", now: "{{ now() }}", last: "{{ seen }} {{ workload.url }}"}
                  - step: sweep
                    result: {how: "{{ execution.status }}"}
                workbook:
                  - {task: get, type: http, endpoint: "{{ url }}/{{ place }}"}
                """))
        .isEmpty();
  }

  @Test
  void a_guarded_name_and_one_that_the_template_binds_itself_are_no_doubt() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    result:
                      a: "{{ maybe | default(1) }}"
                      b: "{% if perhaps is defined %}{{ perhaps }}{% endif %}"
                      c: "{% set x = 1 %}{% for y in [1] %}{{ x + y + loop.index }}{% endfor %}"
                """))
        .isEmpty();
  }

  @Test
  void what_a_retry_sees_is_defined_in_its_conditions_alone() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    type: shell
                    retry: {max_attempts: 2, when: "{{ atempt < 2 }}"}
                    result: {a: "{{ status_code }}"}
                """))
        .isEqualTo(
            """
            warning 4:40: nothing defines 'atempt'; did you mean 'attempt'?
            warning 5:21: nothing defines 'status_code'; without a payload that brings it, it is null
            """);
  }

  @Test
  void code_is_no_template() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    type: python
                    code: |
                      def main():
                          return "{{ anything }}"
                """))
        .isEmpty();
  }

  private static String problems(String yaml) {
    return Playbooks.problems(Playbooks.readWithTemplates(yaml));
  }
}
