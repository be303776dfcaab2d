package io.noetl.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventType;
import io.noetl.domain.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Which items a loop goes over: ranges, files, sorted lists, pieces, the first few. */
class LoopItemsTest {

  private static PlaybookScript looping(UnaryOperator<StepScript> loop) {
    return new PlaybookScript()
        .step("start", step -> loop.apply(step.calls("echo")))
        .task("echo", task -> task.with("x", "{{ x }}").parameters("x").returning("{{ result.x }}"));
  }

  private static final LiteralTemplates ODD =
      new LiteralTemplates()
          .computing("{{ x is odd }}", Set.of("x"), context -> Value.of(number(context.variables().lookup("x").value()) % 2 == 1));

  private static long number(Value value) {
    return ((Value.IntValue) value).value();
  }

  @Test
  void a_range_counts_from_one_number_to_before_another() {
    assertThat(new World(looping(step -> step.counting(2, 9, 3, "x"))).run().data()).isEqualTo("{\"start\":[2,5,8]}");
    assertThat(new World(looping(step -> step.counting(3, 0, -1, "x"))).run().data()).isEqualTo("{\"start\":[3,2,1]}");
    assertThat(new World(looping(step -> step.counting(3, 3, 1, "x"))).run().data()).isEqualTo("{\"start\":[]}");
  }

  @Test
  void a_range_may_come_from_templates() {
    PlaybookScript script = looping(step -> step.counting(0, "{{ n }}", 1, "x")).workload("n", 2);

    assertThat(new World(script).run().data()).isEqualTo("{\"start\":[0,1]}");
  }

  @Test
  void a_range_that_is_none_fails_the_step() {
    assertThat(new World(looping(step -> step.counting(0, 5, 0, "x"))).run().failures())
        .isEqualTo("start: loop 'start': the step of 'range' cannot be 0 (test.yaml:2:1)");
    assertThat(new World(looping(step -> step.counting(0, "many", 1, "x"))).run().failures())
        .isEqualTo(
            "start: loop 'start': 'range' must be an integer from -1152921504606846976 to 1152921504606846976,"
                + " but it is text (test.yaml:2:1)");
  }

  @Test
  void the_records_of_a_file_are_read_as_the_loop_goes() {
    Trace trace = new World(looping(step -> step.reading("items.jsonl", "x"))).file("items.jsonl", List.of("a", "b")).run();

    assertThat(trace.data()).isEqualTo("{\"start\":[\"a\",\"b\"]}");
    assertThat(trace.details(EventType.LOOP_COMPLETE))
        .isEqualTo("loop_complete start > {\"items\":2,\"processed\":2,\"filtered\":0,\"failed\":0}");
  }

  @Test
  void a_file_that_cannot_be_read_fails_the_step_once() {
    Trace trace = new World(looping(step -> step.reading("none.jsonl", "x"))).run();

    assertThat(trace.failures()).isEqualTo("start: file 'none.jsonl' does not exist (test.yaml:2:1)");
    assertThat(trace.log()).contains("loop_complete start error: file 'none.jsonl' does not exist");
  }

  @Test
  void only_so_many_items_are_processed_and_those_filtered_out_do_not_count() {
    Trace trace =
        new World(looping(step -> step.loop(List.of(1, 2, 3, 4, 5), "x").filter("{{ x is odd }}").limit(2)))
            .templates(ODD)
            .run();

    assertThat(trace.data()).isEqualTo("{\"start\":[1,3]}");
    assertThat(trace.details(EventType.LOOP_COMPLETE))
        .isEqualTo("loop_complete start > {\"items\":5,\"processed\":2,\"filtered\":1,\"failed\":0}");
  }

  @Test
  void parallel_iterations_do_not_exceed_the_limit() {
    Trace trace =
        new World(looping(step -> step.counting(0, 100, 1, "x").limit(3).concurrency(10))).endingLastFirst().run();

    assertThat(trace.data()).isEqualTo("{\"start\":[0,1,2]}");
  }

  @Test
  void items_are_sorted_by_their_keys() {
    List<Object> items = List.of("b", 3, "a", 1.5, List.of(2, 1), List.of(2));

    assertThat(new World(looping(step -> step.loop(items, "x").orderBy("{{ x }}", false))).run().data())
        .isEqualTo("{\"start\":[1.5,3,\"a\",\"b\",[2],[2,1]]}");
    assertThat(new World(looping(step -> step.loop(items, "x").orderBy("{{ x }}", true))).run().data())
        .isEqualTo("{\"start\":[[2,1],[2],\"b\",\"a\",3,1.5]}");
  }

  @Test
  void items_of_equal_keys_keep_their_order() {
    List<Object> items = List.of(Map.of("k", 1, "n", "a"), Map.of("k", 0, "n", "b"), Map.of("k", 1, "n", "c"));

    assertThat(new World(looping(step -> step.loop(items, "x").orderBy("{{ x.k }}", false))).run().details(EventType.LOOP_ITERATION))
        .containsSubsequence("\"b\"", "\"a\"", "\"c\"");
  }

  @Test
  void items_are_taken_in_pieces_of_those_that_are_kept() {
    Trace trace =
        new World(
                looping(
                    step ->
                        step.loop(List.of(1, 2, 3, 4, 5, 6, 7, 9), "x")
                            .filter("{{ x is odd }}")
                            .orderBy("{{ x }}", true)
                            .limit(4)
                            .chunk(3)))
            .templates(ODD)
            .run();

    assertThat(trace.data()).isEqualTo("{\"start\":[[9,7,5],[3]]}");
  }

  @Test
  void wrong_numbers_fail_the_step() {
    assertThat(new World(looping(step -> step.loop(List.of(1), "x").concurrency(0))).run().failures())
        .isEqualTo("start: loop 'start': 'concurrency' must be an integer from 1 to 10000, but it is 0 (test.yaml:2:1)");
    assertThat(new World(looping(step -> step.loop(List.of(1), "x").limit("no"))).run().failures())
        .isEqualTo("start: loop 'start': 'limit' must be an integer of at least 0, but it is text (test.yaml:2:1)");
  }

  @Test
  void a_long_range_is_never_in_memory() {
    World world = new World(new PlaybookScript().step("start", step -> step.counting(0, 200_000, 1, "x").to("end").concurrency(8)).step("end"));
    int[] largest = {0};

    world.drive(
        (event, state) -> {
          if (event.sequence() % 10_007 == 0) {
            largest[0] = Math.max(largest[0], LiveState.size(state));
          }
        });

    assertThat(largest[0]).isBetween(1, 400);
  }
}
