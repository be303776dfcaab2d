package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.store.CursorRows;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Both ways of taking values out of DuckDB. */
class ChunkValuesTest {

  static Stream<ChunkValues> ways() {
    return Stream.of(new GetterValues(), new NativeValues());
  }

  @Test
  void this_java_and_this_duckdb_allow_the_fast_way() throws SQLException {
    try (StoreDatabase database = StoreDatabase.inMemory()) {
      assertThat(ChunkValues.fastest(database.writer().getMetaData().getDatabaseProductVersion()))
          .isInstanceOf(NativeValues.class);
    }
  }

  @Test
  void a_duckdb_that_was_not_tested_is_read_by_its_public_getters() {
    assertThat(ChunkValues.fastest("v2.0.0")).isInstanceOf(GetterValues.class);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void texts_of_every_length_around_the_inline_twelve_bytes_come_out_whole(ChunkValues way) throws SQLException {
    assertThat(inputs(way, "repeat('é', (i // 2)::BIGINT) || repeat('x', i % 2)", 30))
        .containsExactlyElementsOf(
            Stream.iterate(0, i -> i + 1).limit(30).map(i -> "é".repeat(i / 2) + "x".repeat(i % 2)).toList());
  }

  @ParameterizedTest
  @MethodSource("ways")
  void nulls_and_empty_texts_are_told_apart(ChunkValues way) throws SQLException {
    assertThat(inputs(way, "['', NULL, 'a', 'a longer text than twelve bytes'][1 + i % 4]", 6))
        .containsExactly("", null, "a", "a longer text than twelve bytes", "", null);
  }

  @ParameterizedTest
  @MethodSource("ways")
  void texts_with_nul_and_from_beyond_the_first_plane_come_out_whole(ChunkValues way) throws SQLException {
    assertThat(inputs(way, "['a' || chr(0) || 'b', chr(0), '\uD83D\uDE00 and some more of it'][1 + i % 3]", 3))
        .containsExactly("a\0b", "\0", "\uD83D\uDE00 and some more of it");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void a_chunk_of_long_texts_comes_in_batches_of_some_megabytes(ChunkValues way) throws SQLException {
    try (StoreDatabase database = filled("repeat('0123456789', 300000)", 5);
        DuckDbEventCursor cursor = DuckDbEventCursor.open(database, "e-1", way)) {
      assertThat(cursor.nextBatch()).isTrue();
      assertThat(cursor.rows()).isEqualTo(2);
      assertThat(cursor.column(EventColumn.SEQUENCE).longAt(1)).isEqualTo(1);
      assertThat(cursor.nextBatch()).isTrue();
      assertThat(cursor.rows()).isEqualTo(2);
      assertThat(cursor.column(EventColumn.SEQUENCE).longAt(0)).isEqualTo(2);
      assertThat(cursor.column(EventColumn.EVENT_ID).textAt(1)).isEqualTo("e-1:3");
      assertThat(cursor.column(EventColumn.EVENT_ID).texts().start(1)).isEqualTo(9);
      assertThat(cursor.nextBatch()).isTrue();
      assertThat(cursor.rows()).isEqualTo(1);
      assertThat(cursor.column(EventColumn.INPUT_CONTEXT).textAt(0)).hasSize(3_000_000).endsWith("6789");
      assertThat(cursor.nextBatch()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("ways")
  void several_chunks_come_out_in_order(ChunkValues way) throws SQLException {
    assertThat(inputs(way, "md5(i::VARCHAR)", 5000))
        .hasSize(5000)
        .startsWith("cfcd208495d565ef66e7dff9f98764da")
        .endsWith("54fe976ba170c19ebae453679b362263");
  }

  private static List<String> inputs(ChunkValues way, String expression, int rows) throws SQLException {
    try (StoreDatabase database = filled(expression, rows);
        DuckDbEventCursor cursor = DuckDbEventCursor.open(database, "e-1", way)) {
      return CursorRows.of(cursor, EventColumn.INPUT_CONTEXT);
    }
  }

  private static StoreDatabase filled(String expression, int rows) throws SQLException {
    StoreDatabase database = StoreDatabase.inMemory();
    LogOfContexts.append(database, "e-1", expression, rows);
    return database;
  }
}
