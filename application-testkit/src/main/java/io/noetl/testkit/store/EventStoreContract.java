package io.noetl.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.port.ColumnVector;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every event store does. A test of a store extends it and says how to open an empty one. */
public abstract class EventStoreContract extends ExecutionSummaryContract {

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
        .hasMessage("the cursor stands at no batch: it is before the first one, behind the last one, or closed");
    assertThat(cursor.nextBatch()).isTrue();
    assertThat(cursor.rows()).isEqualTo(1);
    assertThat(cursor.nextBatch()).isFalse();
    assertThat(cursor.nextBatch()).isFalse();
    cursor.close();
    cursor.close();
    assertThat(cursor.nextBatch()).isFalse();
  }

  @Test
  void a_closed_cursor_stands_at_no_batch() {
    append(new SampleEvents("e1"));
    EventCursor cursor = store.events("e1");
    assertThat(cursor.nextBatch()).isTrue();

    cursor.close();

    assertThat(cursor.rows()).isZero();
    assertThatThrownBy(() -> cursor.column(EventColumn.ERROR)).isInstanceOf(NoSuchElementException.class);
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

  private static List<String> numbers(int count) {
    return LongStream.range(0, count).mapToObj(Long::toString).toList();
  }
}
