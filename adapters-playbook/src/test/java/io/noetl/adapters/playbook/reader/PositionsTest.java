package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where everything stands in the file, in literal lines and columns. */
class PositionsTest {

  @Test
  void knows_the_place_of_each_part_of_a_playbook() {
    assertThat(
            Playbooks.outline(
                """
                workload:
                  plain: hello {{ you }}
                  single: '{{ a }}'
                  double:   "{{ b }}"
                  list:
                    - 1
                    - x
                workflow:
                  - step: start
                    next:
                      - when: "{{ c }}"
                        then:
                          - loop
                          - step: end
                            with: {k: v}
                  - step: loop
                    loop:
                      in: "{{ d }}"
                      iterator: i
                      filter: '{{ i }}'
                    call:
                      task: get
                      with:
                        q: "{{ i }}"
                workbook:
                  - task: get
                    type: http
                    endpoint: http://x
                """,
                true))
        .isEqualTo(
            """
            workload {plain: `hello {{ you }}`@2:10, single: `{{ a }}`@3:12, double: `{{ b }}`@4:14, \
            list: [1@6:7, `x`@7:7]@6:5}@2:3
            step start@9:5 route next when `{{ c }}`@11:16 [loop@13:13, end@14:19 with {k: `v`@15:23}@15:19]
            step loop@16:5 loop@18:7 i in `{{ d }}`@18:12 filter `{{ i }}`@20:16 FINISH \
            calls get@22:13 with {q: `{{ i }}`@24:13}@24:9
            task get@26:5 http {endpoint: `http://x`@28:15}@26:5 with {}
            """);
  }

  @Test
  void the_text_of_a_block_begins_on_its_first_line_at_its_indentation() {
    assertThat(
            Playbooks.outline(
                """
                workload:
                  literal: |
                    first
                      second
                  folded: >-
                       first
                       second
                  commented: |  # a comment
                    text
                  blank_first: |

                    text
                  indented: |2
                      two more
                  empty: |
                  spaces: |+

                workflow: [{step: start}]
                """,
                true))
        .isEqualTo(
            """
            workload {literal: `first\\n  second\\n`@3:5, folded: `first second`@6:8, commented: `text\\n`@9:5, \
            blank_first: `\\ntext\\n`@11:1, indented: `  two more\\n`@14:5, empty: ``@15:10, spaces: `\\n`@17:1}@2:3
            step start@18:12 route
            """);
  }

  @Test
  void code_stands_at_its_first_line() {
    assertThat(
            Playbooks.outline(
                """
                workflow:
                  - step: start
                    type: python
                    code: |
                      def main():
                          return 1
                """,
                true))
        .isEqualTo(
            """
            workload {}
            step start@2:5 runs start@2:5 python {code: "def main():\\n    return 1\\n"@5:7}@2:5 with {} called with {}
            """);
  }

  @Test
  void tags_and_anchors_are_no_part_of_a_text() {
    assertThat(
            Playbooks.outline(
                """
                workload:
                  tagged: !!str 12
                  anchored: &a "x"
                  both: &b !!str  # both
                    y
                  block: &c |
                    z
                  alias: *a
                workflow: [{step: start}]
                """,
                true))
        .isEqualTo(
            """
            workload {tagged: `12`@2:17, anchored: `x`@3:17, both: `y`@5:5, block: `z\\n`@7:5, alias: `x`@3:17}@2:3
            step start@9:12 route
            """);
  }

  @Test
  void columns_count_utf_16_units_and_every_kind_of_line_end_counts() {
    assertThat(
            Playbooks.outline("workload:\r\n  a: {\"😀\": 'x', é: y}\r\n  b: z\rworkflow: [{step: start}]\n", true))
        .isEqualTo(
            """
            workload {a: {😀: `x`@2:14, é: `y`@2:21}@2:6, b: `z`@3:6}@2:3
            step start@4:12 route
            """);
  }

  @Test
  void a_byte_order_mark_takes_no_column() {
    assertThat(Playbooks.outline("\uFEFFworkflow: [{step: start}]\n", true))
        .isEqualTo("workload {}\nstep start@1:12 route\n");
  }

  @Test
  void problems_of_templates_have_their_place_in_the_file() {
    assertThat(
            Playbooks.outline(
                """
                workload:
                  a: "x {{ y"
                  b: |
                    one
                      {{ two
                workflow: [{step: start}]
                """))
        .isEqualTo("2:9: '{{' without '}}'\n5:7: '{{' without '}}'\n");
  }
}
