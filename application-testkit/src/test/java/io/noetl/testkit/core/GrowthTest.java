package io.noetl.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Event;
import io.noetl.domain.execution.ExecutionState;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log grows linearly, and the live state not at all with the number of items that are done. */
class GrowthTest {

  private static final String ITEM = "an item that is looked at";

  private static PlaybookScript loop(int items, boolean read) {
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      list.add(Values.value(ITEM));
    }
    return new PlaybookScript()
        .workload("list", Values.value(list))
        .step("start", step -> step.loop("{{ list }}", "i").filter("{{ i }}").to("a").to("done", "last", "{{ i }}"))
        .step("a", step -> step.result("r", "{{ i }}"))
        .step("done", step -> step.endLoop("start").result("n", read ? "{{ start_results }}" : "{{ start.processed }}"));
  }

  /** How large a log is: its events, the characters of its values, and the largest state on the way. */
  private record Size(long events, long characters, int state) {}

  private static Size sizeOf(PlaybookScript script) {
    long[] characters = new long[1];
    int[] largest = new int[1];
    ExecutionState end =
        new World(script)
            .drive(
                (event, state) -> {
                  characters[0] += length(event);
                  if (event.sequence() % 7 == 0) {
                    largest[0] = Math.max(largest[0], LiveState.size(state));
                  }
                });
    return new Size(end.sequence(), characters[0], largest[0]);
  }

  private static long length(Event event) {
    return length(event.input()) + length(event.output()) + length(event.metadata()) + event.node().id().length();
  }

  private static long length(Value value) {
    return value == null ? 0 : JsonWriter.write(value).length();
  }

  @Test
  void events_and_their_values_grow_linearly_with_the_items() {
    Size once = sizeOf(loop(1_000, false));
    Size twice = sizeOf(loop(2_000, false));

    assertThat(once.events()).isEqualTo(6 * 1_000 + 9);
    assertThat(twice.events()).isEqualTo(6 * 2_000 + 9);
    assertThat((double) twice.characters() / once.characters()).isBetween(1.99, 2.05);
  }

  @Test
  void the_live_state_does_not_grow_with_the_items_that_are_done() {
    assertThat(sizeOf(loop(2_000, false)).state()).isEqualTo(sizeOf(loop(1_000, false)).state()).isLessThan(60);
  }

  @Test
  void results_are_kept_only_when_something_reads_them() {
    assertThat(sizeOf(loop(1_000, true)).state()).isBetween(2_000, 2_100);
  }

  @Test
  void a_loop_of_a_hundred_thousand_items_runs_to_its_end() {
    ExecutionState[] before = new ExecutionState[1];
    ExecutionState end =
        new World(loop(100_000, false))
            .drive(
                (event, state) -> {
                  if (event.sequence() == 500_000) {
                    before[0] = state;
                  }
                });

    assertThat(end.sequence()).isEqualTo(600_009);
    assertThat(JsonWriter.write(end.stepData().valueOf("done"))).isEqualTo("{\"n\":100000}");
    assertThat(LiveState.size(before[0])).isLessThan(60);
  }

  @Test
  void a_chain_of_many_steps_keeps_nothing_but_the_data_of_their_last_runs() {
    int[] calls = new int[1];
    PlaybookScript script =
        new PlaybookScript()
            .step("start", step -> step.calls("again").when("{{ start }}", Goal.goals("start")))
            .task("again");

    ExecutionState end =
        new World(script)
            .task("again", (call, request) -> TaskAnswer.success(++calls[0] < 20_000))
            .drive((event, state) -> {});

    assertThat(end.steps()).isEqualTo(20_000);
    assertThat(LiveState.size(end)).isLessThan(40);
  }
}
