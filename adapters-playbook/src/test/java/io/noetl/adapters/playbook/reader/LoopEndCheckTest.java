package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Bodies that should lead to the end of their loop. */
class LoopEndCheckTest {

  @Test
  void a_body_that_stops_before_the_end_of_its_loop_is_told() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: body
                  - step: body
                    next: end
                  - step: done
                    end_loop: start
                    next: end
                  - step: end
                """))
        .isEqualTo(
            "warning 8:15: the body of loop 'start' never reaches its end, step 'done'; let its last step lead there\n");
  }

  @Test
  void one_branch_that_leads_there_is_enough() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: body
                  - step: body
                    next: {when: "{{ i }}", then: done}
                  - step: done
                    end_loop: start
                """))
        .isEmpty();
  }

  @Test
  void a_way_over_the_end_of_an_inner_loop_or_a_failure_leads_there() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: inner
                  - step: inner
                    loop: {in: [], iterator: j}
                    next: inner_done
                  - step: inner_done
                    end_loop: inner
                    next: take
                  - step: take
                    type: shell
                    on_error: {step: done}
                  - step: done
                    end_loop: start
                """))
        .isEmpty();
  }

  @Test
  void a_loop_without_an_end_of_its_own_needs_none() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: body
                  - step: body
                """))
        .isEmpty();
  }

  private static String problems(String yaml) {
    return Playbooks.problems(Playbooks.read(yaml));
  }
}
