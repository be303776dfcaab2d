package io.noetl.adapters.parquet.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.EventRow;
import io.noetl.testkit.export.ListEventCursor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ColumnDigestTest {

  private final ColumnDigest digest = new ColumnDigest();

  @Test
  void values_and_nulls_have_hashes_of_their_own() {
    add(digest, null);
    add(digest, "né");
    add(digest, "");
    add(digest, -2L);
    add(digest, -0.0);
    // xxhsum -H64 of 03000000 6ec3a9 00000000 feffffffffffffff 0000000000000080, and of 00 01 01 01 01
    assertThat(digest.hex()).isEqualTo("b847d5b2ff56c069" + "a6650b86b599ebe1");
  }

  @Test
  void an_empty_column_has_the_digest_of_nothing() {
    assertThat(digest.hex()).isEqualTo("ef46db3751d8e999" + "ef46db3751d8e999");
  }

  @Test
  void a_null_that_moved_changes_the_digest_though_the_values_are_the_same() {
    ColumnDigest other = new ColumnDigest();
    add(digest, null);
    add(digest, 1L);
    add(other, 1L);
    add(other, null);
    assertThat(digest.hex().substring(0, 16)).isEqualTo(other.hex().substring(0, 16));
    assertThat(digest.hex()).isNotEqualTo(other.hex());
  }

  @Test
  void text_longer_than_the_buffer_is_added_whole_and_in_order() {
    add(digest, null);
    add(digest, "x".repeat(10_000));
    add(digest, null);
    // of 10270000 and 10,000 times 78
    assertThat(digest.hex()).isEqualTo("c05d4c933acb646d" + "1adf5424c27df162");
  }

  @Test
  void many_small_values_are_added_whole_and_in_order() {
    for (int i = 0; i < 5000; i++) {
      add(digest, (long) i);
    }
    assertThat(digest.hex()).isEqualTo("9fa8406b1c5139e7" + "483219dd7161b36d");
  }

  @Test
  void a_batch_adds_what_its_rows_add_one_by_one() {
    List<EventRow> rows = List.of(EventRow.full("e-1", 0), EventRow.bare("e-1", 1), EventRow.full("e-1", 2));
    ListEventCursor cursor = new ListEventCursor(rows, 3);
    cursor.nextBatch();
    EventBatch columns = new EventBatch();
    columns.load(cursor);
    for (EventColumn column : EventColumn.ALL) {
      ColumnDigest batch = new ColumnDigest();
      batch.add(column, columns.column(column), 3);
      ColumnDigest single = new ColumnDigest();
      rows.forEach(row -> add(single, row.value(column).orElse(null)));
      assertThat(batch.hex()).as(column.columnName()).isEqualTo(single.hex());
    }
  }

  private static void add(ColumnDigest digest, @Nullable Object value) {
    digest.addRows(new byte[] {(byte) (value == null ? 0 : 1)}, 1);
    switch (value) {
      case String text -> {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        digest.addText(utf8, 0, utf8.length);
      }
      case Long number -> digest.addLong(number);
      case Double number -> digest.addDouble(number);
      case null, default -> {}
    }
  }
}
