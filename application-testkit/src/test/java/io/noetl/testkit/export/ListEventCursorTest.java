package io.noetl.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.port.ColumnVector;
import io.noetl.domain.event.EventColumn;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListEventCursorTest {

  private static final List<EventRow> ROWS =
      List.of(EventRow.bare("e-1", 0), EventRow.full("e-1", 1), EventRow.full("e-1", 2));

  @Test
  void batches_have_the_size_asked_for_and_the_last_one_what_is_left() {
    try (ListEventCursor cursor = new ListEventCursor(ROWS, 2)) {
      assertThat(cursor.nextBatch()).isTrue();
      assertThat(cursor.rows()).isEqualTo(2);
      assertThat(cursor.nextBatch()).isTrue();
      assertThat(cursor.rows()).isEqualTo(1);
      assertThat(cursor.nextBatch()).isFalse();
    }
  }

  @Test
  void vectors_hold_the_values_of_their_column() {
    try (ListEventCursor cursor = new ListEventCursor(ROWS, 3)) {
      assertThat(cursor.nextBatch()).isTrue();
      assertThat(cursor.column(EventColumn.ERROR).isNull(0)).isTrue();
      assertThat(cursor.column(EventColumn.ERROR).textAt(1)).isEqualTo("failed at attempt 1");
      assertThat(cursor.column(EventColumn.SEQUENCE).longAt(2)).isEqualTo(2);
      assertThat(cursor.column(EventColumn.ATTEMPT).longAt(2)).isEqualTo(3);
      assertThat(cursor.column(EventColumn.DURATION).doubleAt(2)).isEqualTo(0.25);
    }
  }

  @Test
  void what_the_port_leaves_undefined_throws() {
    try (ListEventCursor cursor = new ListEventCursor(ROWS, 1)) {
      assertThatThrownBy(cursor::rows).isInstanceOf(IllegalStateException.class);
      assertThat(cursor.nextBatch()).isTrue();
      ColumnVector errors = cursor.column(EventColumn.ERROR);
      assertThatThrownBy(() -> errors.textAt(0)).hasMessage("ERROR is null in row 0 of the batch");
      assertThatThrownBy(() -> cursor.column(EventColumn.STATUS).longAt(0))
          .isInstanceOf(UnsupportedOperationException.class);
      assertThat(cursor.nextBatch()).isTrue();
      assertThatThrownBy(() -> errors.textAt(0)).hasMessage("This vector was of an earlier batch");
    }
  }

  @Test
  void a_value_of_the_wrong_type_is_refused() {
    EventRow row = EventRow.bare("e-1", 0);
    assertThatThrownBy(() -> row.with(EventColumn.DURATION, 1L)).hasMessage("DURATION is a DOUBLE and cannot hold a Long");
  }

  @Test
  void closing_twice_is_closing_once() {
    ListEventCursor cursor = new ListEventCursor(ROWS, 1);
    cursor.close();
    cursor.close();
    assertThat(cursor.isClosed()).isTrue();
    assertThatThrownBy(cursor::nextBatch).hasMessage("The cursor is closed");
  }
}
