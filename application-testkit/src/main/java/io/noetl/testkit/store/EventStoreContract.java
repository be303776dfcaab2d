package io.noetl.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionStart;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every event store does. A test of a store extends it and says how to open an empty one. */
public abstract class EventStoreContract {

  protected EventStore store;

  /** A new store with nothing in it. */
  protected abstract EventStore open();

  @BeforeEach
  void open_the_store() {
    store = open();
  }

  @AfterEach
  void close_the_store() {
    store.close();
  }

  @Test
  void events_come_back_column_by_column() {
    SampleEvents events = new SampleEvents("e1", Instant.parse("2026-03-01T12:00:00.123456Z"));
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.of(EventType.TASK_ERROR).under(start).node("loop[3].s/t", "t", "task.http").status(Status.ERROR)
        .duration(0.5)
        .input(SampleExecution.map("{\"q\": \"ä\"}")).output(Value.of(List.of(Value.of(1), Value.of(1.5))))
        .metadata(Value.NULL).error("HTTP 500").attempt(2).loop("loop", 3L).worker("worker-7").add();

    events.all().forEach(store::append);

    assertThat(CursorRows.of(store.events("e1"))).containsExactly(
        row("e1", "e1:0", null, "1772366400123456", "execution_start", "p", "p", "playbook", "in_progress", null, null,
            null, null, null, "0", null, null, null, null),
        row("e1", "e1:1", "e1:0", "1772366401123456", "task_error", "loop[3].s/t", "t", "task.http", "error", "0.5",
            "{\"q\":\"ä\"}", "[1,1.5]", "null", "HTTP 500", "1", "2", "loop", "3", "worker-7"));
  }

  @Test
  void events_before_1970_and_far_ahead_keep_their_microseconds() {
    append(new SampleEvents("old", Instant.parse("1969-12-31T23:59:59.999999Z")));
    append(new SampleEvents("new", Instant.parse("9999-12-31T23:59:58.000001Z")));

    assertThat(CursorRows.of(store.events("old"), EventColumn.TIMESTAMP)).containsExactly("-1");
    assertThat(CursorRows.of(store.events("new"), EventColumn.TIMESTAMP)).containsExactly("253402300798000001");
  }

  @Test
  void rows_come_in_the_order_of_their_sequence_whatever_the_order_of_appending() {
    List<Event> shuffled = new ArrayList<>(SampleExecution.events("e1"));
    Collections.reverse(shuffled);

    shuffled.forEach(store::append);

    assertThat(CursorRows.of(store.events("e1"), EventColumn.SEQUENCE)).isEqualTo(numbers(28));
  }

  @Test
  void more_rows_than_a_batch_holds_come_complete_and_in_order() {
    SampleEvents events = new SampleEvents("e1");
    LongStream.range(0, 10_000).forEach(i -> events.of(EventType.STEP_START).output(Value.of("value " + i)).add());

    events.all().forEach(store::append);

    assertThat(CursorRows.of(store.events("e1"), EventColumn.SEQUENCE)).isEqualTo(numbers(10_000));
    assertThat(CursorRows.of(store.events("e1"), EventColumn.OUTPUT_RESULT))
        .endsWith("\"value 9998\"", "\"value 9999\"");
  }

  @Test
  void executions_that_interleave_are_told_apart() {
    List<Event> first = SampleExecution.events("e1");
    List<Event> second = SampleExecution.events("e2");
    for (int i = 0; i < first.size(); i++) {
      store.append(first.get(i));
      store.append(second.get(i));
    }

    assertThat(CursorRows.of(store.events("e2"), EventColumn.EVENT_ID)).hasSize(28).startsWith("e2:0", "e2:1")
        .endsWith("e2:27");
  }

  @Test
  void an_unknown_execution_has_no_rows_and_no_summary() {
    append(new SampleEvents("e1"));

    assertThat(CursorRows.of(store.events("e2"))).isEmpty();
    assertThat(store.execution("e2")).isEmpty();
    assertThat(store.start("e2")).isEmpty();
  }

  @Test
  void a_cursor_shows_what_was_appended_before_it_was_opened_and_nothing_later() {
    List<Event> events = SampleExecution.events("e1");
    store.append(events.get(0));
    try (EventCursor cursor = store.events("e1")) {
      store.append(events.get(1));
      store.commit();

      assertThat(CursorRows.of(cursor, EventColumn.EVENT_ID)).containsExactly("e1:0");
    }
    assertThat(CursorRows.of(store.events("e1"), EventColumn.EVENT_ID)).containsExactly("e1:0", "e1:1");
  }

  @Test
  void a_cursor_says_where_it_stands() {
    append(new SampleEvents("e1"));
    EventCursor cursor = store.events("e1");

    assertThatThrownBy(() -> cursor.column(EventColumn.ERROR)).isInstanceOf(NoSuchElementException.class)
        .hasMessage("no current batch: nextBatch() has not returned true");
    assertThat(cursor.nextBatch()).isTrue();
    assertThat(cursor.rows()).isEqualTo(1);
    assertThat(cursor.nextBatch()).isFalse();
    assertThat(cursor.nextBatch()).isFalse();
    cursor.close();
    cursor.close();
    assertThat(cursor.nextBatch()).isFalse();
  }

  @Test
  void a_column_refuses_to_be_read_as_what_it_is_not() {
    append(new SampleEvents("e1"));
    try (EventCursor cursor = store.events("e1")) {
      cursor.nextBatch();

      assertThatThrownBy(() -> cursor.column(EventColumn.SEQUENCE).textAt(0))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> cursor.column(EventColumn.SEQUENCE).doubleAt(0))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> cursor.column(EventColumn.NODE_ID).longAt(0))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> cursor.column(EventColumn.SEQUENCE).doubleBits(new long[1], 1))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThatThrownBy(() -> cursor.column(EventColumn.NODE_ID).longs(new long[1], 1))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void a_column_hands_over_many_values_as_it_does_one_by_one() {
    SampleEvents events = new SampleEvents("e1");
    for (int i = 0; i < 5_000; i++) {
      if (i % 3 == 0) {
        events.of(EventType.STEP_RESULT).add();
      } else {
        events.of(EventType.STEP_RESULT).duration(i / 7.0).attempt(-i).loop("loop", Long.MIN_VALUE + i).add();
      }
    }
    events.all().forEach(store::append);

    long rows = 0;
    try (EventCursor cursor = store.events("e1")) {
      for (; cursor.nextBatch(); rows += cursor.rows()) {
        for (EventColumn column : EventColumn.ALL) {
          assertSame(column, cursor.column(column), cursor.rows());
        }
      }
    }
    assertThat(rows).isEqualTo(5_000);
  }

  @Test
  void lone_surrogates_become_replacement_characters_and_pairs_stay() {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.STEP_RESULT).node("a\ud83d", "😀", "step").output(Value.of("\udc00 \\ud800 😀"))
        .error("\ud800").add();
    events.all().forEach(store::append);

    assertThat(CursorRows.of(store.events("e1"), EventColumn.NODE_ID)).containsExactly("a\ufffd");
    assertThat(CursorRows.of(store.events("e1"), EventColumn.NODE_NAME)).containsExactly("😀");
    assertThat(CursorRows.of(store.events("e1"), EventColumn.OUTPUT_RESULT))
        .containsExactly("\"\ufffd \\\\ud800 😀\"");
    assertThat(CursorRows.of(store.events("e1"), EventColumn.ERROR)).containsExactly("\ufffd");
  }

  @Test
  void zero_characters_and_texts_of_every_length_stay_as_they_are() {
    SampleEvents events = new SampleEvents("e1");
    List<String> texts = List.of("", "\0", "a\0b", "eleven char", "twelve chars", "thirteen char", "x".repeat(100_000));
    texts.forEach(text -> events.of(EventType.STEP_RESULT).error(text).add());
    events.all().forEach(store::append);

    assertThat(CursorRows.of(store.events("e1"), EventColumn.ERROR)).isEqualTo(texts);
  }

  @Test
  void a_summary_counts_an_execution_from_its_events() {
    SampleExecution.events("e1").forEach(store::append);

    assertThat(store.execution("e1")).contains(
        new ExecutionSummary(
            "e1", "weather_example", "workflows/weather", "0.1.0", SampleExecution.SHA_256, "error",
            Instant.parse("2026-03-01T12:00:00Z"), Instant.parse("2026-03-01T12:00:27Z"), 27.0, 5, 1, 28));
  }

  @Test
  void an_execution_that_has_not_completed_is_in_progress() {
    SampleExecution.events("e1").subList(0, 10).forEach(store::append);

    assertThat(store.execution("e1")).contains(
        new ExecutionSummary(
            "e1", "weather_example", "workflows/weather", "0.1.0", SampleExecution.SHA_256, "in_progress",
            Instant.parse("2026-03-01T12:00:00Z"), null, null, 3, 1, 10));
  }

  @Test
  void a_summary_does_without_metadata() {
    SampleEvents events = new SampleEvents("e1");
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.endOf(start, EventType.EXECUTION_COMPLETE).status(Status.CANCELLED).duration(1.0).add();
    events.all().forEach(store::append);

    assertThat(store.execution("e1")).contains(
        new ExecutionSummary(
            "e1", "p", "", "", "", "cancelled", Instant.parse("2026-03-01T12:00:00Z"),
            Instant.parse("2026-03-01T12:00:01Z"), 1.0, 0, 0, 2));
  }

  @Test
  void a_failure_counts_once_however_far_up_it_is_felt() {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    failure(events, EventType.TASK_ERROR, "outer[0].inner[1].step/task");
    failure(events, EventType.STEP_RESULT, "outer[0].inner[1].step");
    failure(events, EventType.STEP_RESULT, "outer[0].inner");
    failure(events, EventType.STEP_RESULT, "outer");
    failure(events, EventType.STEP_RESULT, "outer#2");
    failure(events, EventType.STEP_RESULT, "out");
    failure(events, EventType.EXECUTION_ERROR, "p");
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isEqualTo(3);
  }

  @Test
  void an_execution_that_failed_has_at_least_one_error() {
    SampleEvents events = new SampleEvents("e1");
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.endOf(start, EventType.EXECUTION_ERROR).status(Status.ERROR).error("failed").add();
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isEqualTo(1);
  }

  @Test
  void a_playbook_that_a_task_calls_is_a_part_of_the_execution_and_its_earlier_attempts_are_no_errors() {
    SampleEvents events = new SampleEvents("e1");
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    Event first = events.of(EventType.TASK_START).node("s/t", "t", "task.playbook").attempt(1).add();
    Event called = events.of(EventType.EXECUTION_START).under(first).node("s/t/c", "c", "playbook").add();
    failure(events, EventType.STEP_RESULT, "s/t/c.step");
    events.endOf(called, EventType.EXECUTION_ERROR).status(Status.ERROR).error("failed").add();
    events.endOf(called, EventType.EXECUTION_COMPLETE).status(Status.ERROR).duration(1.0).add();
    events.endOf(first, EventType.TASK_ERROR).status(Status.ERROR).error("failed").add();
    Event second = events.of(EventType.TASK_START).node("s/t", "t", "task.playbook").attempt(2).add();
    Event again = events.of(EventType.EXECUTION_START).under(second).node("s/t/c#2", "c", "playbook").add();
    events.endOf(again, EventType.EXECUTION_COMPLETE).duration(2.0).add();
    events.endOf(second, EventType.TASK_COMPLETE).add();
    events.endOf(start, EventType.EXECUTION_COMPLETE).duration(9.0).add();
    events.all().forEach(store::append);

    assertThat(store.executions()).hasSize(1);
    assertThat(store.starts()).extracting(ExecutionStart::playbook).containsExactly("p");
    ExecutionSummary summary = store.execution("e1").orElseThrow();
    assertThat(summary.playbook()).isEqualTo("p");
    assertThat(summary.status()).isEqualTo("success");
    assertThat(summary.duration()).isEqualTo(9.0);
    assertThat(summary.errors()).isZero();
  }

  @Test
  void what_a_cancellation_ended_is_no_error() {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.of(EventType.STEP_RESULT).node("s", "s", "step").status(Status.ERROR).error("cancelled")
        .metadata(Value.of(Map.of("cancelled", Value.TRUE))).add();
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isZero();
  }

  @Test
  void an_accepted_failure_is_no_error_nor_is_what_failed_in_the_task_it_comes_from() {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    failure(events, EventType.TASK_ERROR, "goes_on/task");
    accepted(events, EventType.STEP_RESULT, "goes_on", "{\"on_error\": \"continue\"}");
    accepted(events, EventType.STEP_RESULT, "diverted", "{\"on_error\": \"step\"}");
    failure(events, EventType.TASK_ERROR, "each[0]/task");
    accepted(events, EventType.LOOP_ITERATION_COMPLETE, "each[0]", "{\"accepted\": true}");
    failure(events, EventType.TASK_ERROR, "calls/city/city.step/task");
    failure(events, EventType.STEP_RESULT, "calls/city/city.step");
    failure(events, EventType.TASK_ERROR, "calls/city");
    accepted(events, EventType.STEP_RESULT, "calls", "{\"on_error\": \"continue\"}");
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isZero();
  }

  @Test
  void beside_and_beneath_an_accepted_failure_one_that_is_not_counts() {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    failure(events, EventType.TASK_ERROR, "outer[0].inner[0].body/task");
    failure(events, EventType.STEP_RESULT, "outer[0].inner[0].body");
    accepted(events, EventType.STEP_RESULT, "outer[0].after", "{\"accepted\": true}");
    accepted(events, EventType.LOOP_ITERATION_COMPLETE, "outer[0]", "{\"accepted\": true}");
    accepted(events, EventType.STEP_RESULT, "many[0].body", "{\"accepted\": true}");
    failure(events, EventType.STEP_RESULT, "many");
    accepted(events, EventType.STEP_RESULT, "step", "{\"accepted\": false}");
    events.all().forEach(store::append);

    assertThat(store.execution("e1").orElseThrow().errors()).isEqualTo(3);
  }

  @Test
  void executions_are_listed_the_latest_started_first() {
    started("a", "2026-03-01T12:00:00Z");
    started("c", "2026-03-02T12:00:00Z");
    started("b", "2026-03-02T12:00:00Z");

    assertThat(store.executions()).extracting(ExecutionSummary::executionId).containsExactly("b", "c", "a");
    assertThat(store.starts()).extracting(ExecutionStart::executionId).containsExactly("b", "c", "a");
  }

  @Test
  void a_start_tells_of_an_execution_by_its_first_event_alone() {
    SampleExecution.events("e1").subList(0, 1).forEach(store::append);
    append(new SampleEvents("e2", Instant.parse("2026-02-28T23:59:59.999999Z")));

    ExecutionStart first =
        new ExecutionStart(
            "e1", "weather_example", SampleExecution.SHA_256, Instant.parse("2026-03-01T12:00:00Z"));
    ExecutionStart second = new ExecutionStart("e2", "p", "", Instant.parse("2026-02-28T23:59:59.999999Z"));
    assertThat(store.starts()).containsExactly(first, second);
    assertThat(store.start("e1")).contains(first);
    assertThat(store.start("e2")).contains(second);
    assertThat(store.start("e3")).isEmpty();
  }

  @Test
  void a_playbook_may_be_kept_again() {
    store.keep(SampleExecution.playbook());
    store.keep(SampleExecution.playbook());
    store.commit();

    assertThat(store.executions()).isEmpty();
  }

  @Test
  void pruning_deletes_what_ended_before_and_what_began_before_without_an_end() {
    started("unfinished-old", "2026-03-01T12:00:00Z");
    started("unfinished-new", "2026-03-03T12:00:00Z");
    finished("finished-old", "2026-03-01T12:00:00Z");
    finished("finished-at", "2026-03-01T23:59:59Z");

    List<String> pruned = store.prune(Instant.parse("2026-03-02T00:00:00Z"));

    assertThat(pruned).containsExactly("finished-old", "unfinished-old");
    assertThat(store.executions()).extracting(ExecutionSummary::executionId)
        .containsExactly("unfinished-new", "finished-at");
    assertThat(CursorRows.of(store.events("finished-old"))).isEmpty();
    assertThat(CursorRows.of(store.events("finished-at"), EventColumn.SEQUENCE)).containsExactly("0", "1");
  }

  @Test
  void a_store_can_be_used_after_pruning() {
    finished("old", "2026-03-01T12:00:00Z");
    store.prune(Instant.parse("2026-03-02T00:00:00Z"));
    finished("later", "2026-03-05T12:00:00Z");
    store.commit();

    assertThat(store.executions()).extracting(ExecutionSummary::executionId).containsExactly("later");
    assertThat(store.prune(Instant.parse("2026-03-02T00:00:00Z"))).isEmpty();
  }

  @Test
  void an_interrupt_does_not_end_a_commit_and_is_kept() {
    append(new SampleEvents("e1"));
    Thread.currentThread().interrupt();
    store.commit();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(CursorRows.of(store.events("e1"))).hasSize(1);
  }

  @Test
  void a_store_is_closed_twice_without_harm_and_refuses_further_use() {
    Event event = SampleExecution.events("e1").getFirst();
    store.close();
    store.close();

    assertThatThrownBy(() -> store.append(event)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(store::executions).isInstanceOf(IllegalStateException.class);
  }

  private static void assertSame(EventColumn column, ColumnVector vector, int rows) {
    byte[] marks = new byte[rows];
    long[] numbers = new long[rows];
    int present = vector.mark(marks, rows);
    switch (column.type()) {
      case LONG, INT, TIMESTAMP -> vector.longs(numbers, rows);
      case DOUBLE -> vector.doubleBits(numbers, rows);
      case TEXT, JSON -> {}
    }
    int values = 0;
    for (int row = 0; row < rows; row++) {
      assertThat(marks[row]).isEqualTo((byte) (vector.isNull(row) ? 0 : 1));
      values += marks[row];
      if (marks[row] != 0 && column.type() == EventColumn.Type.DOUBLE) {
        assertThat(Double.longBitsToDouble(numbers[row])).isEqualTo(vector.doubleAt(row));
      } else if (marks[row] != 0 && column.type() != EventColumn.Type.TEXT && column.type() != EventColumn.Type.JSON) {
        assertThat(numbers[row]).isEqualTo(vector.longAt(row));
      }
    }
    assertThat(present).isEqualTo(values);
  }

  /** A row of the event log: the values of its columns in order, as text. */
  protected static List<@Nullable String> row(@Nullable String... values) {
    return Arrays.asList(values);
  }

  private void append(SampleEvents events) {
    store.append(events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add());
  }

  private void started(String executionId, String instant) {
    append(new SampleEvents(executionId, Instant.parse(instant)));
  }

  private void finished(String executionId, String instant) {
    SampleEvents events = new SampleEvents(executionId, Instant.parse(instant));
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.endOf(start, EventType.EXECUTION_COMPLETE).duration(1.0).add();
    events.all().forEach(store::append);
  }

  private static void failure(SampleEvents events, EventType type, String nodeId) {
    events.of(type).node(nodeId, nodeId, "step").status(Status.ERROR).error("failed").add();
  }

  private static void accepted(SampleEvents events, EventType type, String nodeId, String metadata) {
    events.of(type).node(nodeId, nodeId, "step").status(Status.ERROR).error("failed")
        .metadata(JsonReader.read(metadata)).add();
  }

  private static List<String> numbers(int count) {
    return LongStream.range(0, count).mapToObj(Long::toString).toList();
  }
}
