package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cycles that nothing leaves. */
class CycleCheckTest {

  @Test
  void a_cycle_without_a_condition_is_an_error_where_it_goes_back() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    next: poll
                  - step: poll
                    next: wait
                  - step: wait
                    next: [note, poll]
                  - step: note
                """))
        .isEqualTo("7:18: this cycle never ends: poll → wait → poll; go back under a 'when'\n");
  }

  @Test
  void a_step_that_goes_on_with_itself_never_ends() {
    assertThat(problems("workflow:\n  - step: start\n    next: start\n"))
        .isEqualTo("3:11: this cycle never ends: start → start; go back under a 'when'\n");
  }

  @Test
  void a_cycle_over_a_loop_and_its_end_never_ends() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: done
                  - step: done
                    end_loop: start
                    next: again
                  - step: again
                    next: start
                """))
        .isEqualTo("9:11: this cycle never ends: start → done → again → start; go back under a 'when'\n");
  }

  @Test
  void a_cycle_inside_a_body_never_ends() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: a
                  - step: a
                    next: b
                  - step: b
                    next: a
                """))
        .isEqualTo("8:11: this cycle never ends: a → b → a; go back under a 'when'\n");
  }

  @Test
  void a_condition_anywhere_on_the_way_is_a_way_out() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    next: poll
                  - step: poll
                    next: {when: "{{ more }}", then: wait, else: end}
                  - step: wait
                    next: poll
                """))
        .isEmpty();
  }

  @Test
  void a_failure_that_leads_elsewhere_is_a_way_out() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    next: take
                  - step: take
                    type: shell
                    on_error: {step: done}
                    next: start
                  - step: done
                """))
        .isEmpty();
  }

  @Test
  void a_way_back_through_a_failure_is_no_cycle() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    next: take
                  - step: take
                    type: shell
                    on_error: {step: start}
                """))
        .isEmpty();
  }

  @Test
  void two_ways_to_the_same_step_are_no_cycle() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    next: [a, b]
                  - step: a
                    next: c
                  - step: b
                    next: c
                  - step: c
                    next: end
                  - step: end
                """))
        .isEmpty();
  }

  @Test
  void arriving_at_the_end_of_a_loop_goes_round_no_cycle() {
    assertThat(
            problems(
                """
                workflow:
                  - step: start
                    loop: {in: [], iterator: i}
                    next: body
                  - step: body
                    next: done
                  - step: done
                    end_loop: start
                    next: {when: "{{ more }}", then: start}
                """))
        .isEmpty();
  }

  @Test
  void a_timeout_of_the_execution_makes_it_a_warning() {
    assertThat(problems("timeout: 5\nworkflow:\n  - step: start\n    next: start\n"))
        .isEqualTo(
            "warning 4:11: only the timeout ends this cycle: start → start; a 'when' would end it in time\n");
  }

  @Test
  void a_cycle_that_is_never_reached_is_only_that() {
    assertThat(problems("workflow:\n  - step: start\n  - step: a\n    next: a\n"))
        .isEqualTo("warning 3:11: step 'a' is never reached\n");
  }

  @Test
  void a_long_way_is_followed_to_its_end() {
    StringBuilder yaml = new StringBuilder("workflow:\n  - {step: start, next: s0}\n");
    for (int i = 0; i < 5_000; i++) {
      yaml.append("  - {step: s").append(i).append(", next: s").append(i + 1).append("}\n");
    }
    yaml.append("  - {step: s5000}\n");

    assertThat(problems(yaml.toString())).isEmpty();
  }

  private static String problems(String yaml) {
    return Playbooks.problems(Playbooks.read(yaml));
  }
}
