package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.endtoend.EventLog.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants one wrong row in a sound log and sees the check find it. */
class EventTreeTest {

  private static List<Row> sound = List.of();

  @BeforeAll
  static void record_a_sound_log(@TempDir Path folder) {
    Path store = folder.resolve("noetl.duckdb");
    assertThat(Noetl.run("run", Repository.playbook("nested_loop_example"), "--duckdb", store).status()).isZero();
    sound = EventLog.ofStore(store);
    EventTree.check(sound);
  }

  @Test
  void a_parent_of_another_iteration_is_found() {
    Row other = row("loop_iteration order_loop[1]");

    checkFound("step_start order_loop[0].line_loop", row -> with(row, other.eventId(), row.duration()));
  }

  @Test
  void an_ending_under_another_start_is_found() {
    Row other = row("step_start start");

    checkFound("step_result end", row -> with(row, other.eventId(), row.duration()));
  }

  @Test
  void a_parent_that_is_not_in_the_log_is_found() {
    checkFound("step_start end", row -> with(row, "nobody:1", row.duration()));
  }

  @Test
  void a_duration_that_is_not_the_real_one_is_found() {
    checkFound("step_result order_loop", row -> with(row, row.parentEventId(), 86_400.0));
  }

  @Test
  void a_duration_where_nothing_ends_is_found() {
    checkFound("step_start order_loop", row -> with(row, row.parentEventId(), 0.0));
  }

  @Test
  void a_missing_row_is_found() {
    List<Row> rows = new ArrayList<>(sound);
    rows.remove(row("step_result start"));

    assertThatThrownBy(() -> EventTree.check(rows)).isInstanceOf(AssertionError.class);
  }

  private static void checkFound(String line, UnaryOperator<Row> change) {
    List<Row> rows = new ArrayList<>(sound);
    rows.replaceAll(row -> row.line().equals(line) ? change.apply(row) : row);

    assertThat(rows).isNotEqualTo(sound);
    assertThatThrownBy(() -> EventTree.check(rows)).isInstanceOf(AssertionError.class).hasMessageContaining(line);
  }

  private static Row row(String line) {
    return sound.stream().filter(row -> row.line().equals(line)).findFirst().orElseThrow();
  }

  private static Row with(Row row, @Nullable String parent, @Nullable Double duration) {
    return new Row(
        row.executionId(),
        row.eventId(),
        parent,
        row.micros(),
        row.type(),
        row.nodeId(),
        row.nodeName(),
        row.nodeType(),
        row.status(),
        duration,
        row.input(),
        row.output(),
        row.metadata(),
        row.error(),
        row.sequence(),
        row.attempt(),
        row.loopName(),
        row.currentIndex(),
        row.workerId());
  }
}
