package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What may be reached from where. */
class FlowCheckTest {

  @Test
  void nested_loops_that_end_where_they_should_are_sound() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: [inner, shared]
                  - step: inner
                    loop: {in: [], iterator: j}
                    next: [shared, inner_end]
                  - step: shared
                    next: {when: "{{ x }}", then: end, else: shared}
                  - step: inner_end
                    end_loop: inner
                    next: outer_end
                  - step: outer_end
                    end_loop: start
                    next: end
                  - step: end
                """))
        .isEmpty();
  }

  @Test
  void an_end_loop_is_reached_through_its_loop_whether_or_not_the_body_leads_there() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: body
                  - step: after
                    end_loop: start
                    next: last
                  - step: body
                  - step: last
                """))
        .isEqualTo("warning 6:15: the body of loop 'start' never reaches its end, step 'after'; let its last step lead there\n");
  }

  @Test
  void end_inside_a_body_ends_the_branch_and_reaches_no_step() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: end
                  - step: end
                """))
        .isEqualTo("warning 5:11: step 'end' is never reached\n");
  }

  @Test
  void a_cycle_is_no_mistake() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    next: again
                  - step: again
                    next: {when: "{{ more }}", then: start, else: end}
                """))
        .isEmpty();
  }

  @Test
  void a_loop_step_that_is_unreachable_makes_its_body_so() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                  - step: loop
                    loop: {in: [], iterator: i}
                    next: body
                  - step: body
                """))
        .isEqualTo(
            """
            warning 3:11: step 'loop' is never reached
            warning 6:11: step 'body' is never reached
            """);
  }

  private static String problems(String yaml) {
    return Playbooks.problems(Playbooks.read(yaml));
  }
}
