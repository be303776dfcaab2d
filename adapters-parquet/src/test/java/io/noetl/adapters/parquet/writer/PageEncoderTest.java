package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.parquet.writer.PageEncoder.EncodedPage;
import io.noetl.adapters.parquet.digest.EventBatch;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.EventRow;
import io.noetl.testkit.export.ListEventCursor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.parquet.format.Encoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of pages, worked out by hand from the format's specification. */
class PageEncoderTest {

  private final BufferPool pool = new BufferPool();
  private final PageEncoder encoder = new PageEncoder(pool);

  @Test
  void plain_texts_are_lengths_and_bytes() throws IOException {
    assertEncodes(Encoding.PLAIN, "02000000 c3a9" + "00000000" + "01000000 78", EventColumn.NODE_NAME, "é", "", "x");
  }

  @Test
  void plain_doubles_are_their_bits() throws IOException {
    assertEncodes(
        Encoding.PLAIN,
        "02000000 0401" + "000000000000f03f" + "0000000000000080",
        EventColumn.DURATION, 1.0, -0.0);
  }

  @Test
  void texts_that_share_their_beginnings_are_the_example_of_the_specification() throws IOException {
    DeltaTexts texts = new DeltaTexts(staged(EventColumn.NODE_NAME, "axis", "axle", "babble", "babyhood"));
    ByteArrayOutputStream lengths = new ByteArrayOutputStream();
    texts.lengths().writeAllTo(lengths);
    ByteBuffer suffixes = ByteBuffer.allocate(texts.suffixBytes()).order(ByteOrder.LITTLE_ENDIAN);
    texts.writeSuffixes(suffixes, 0);
    String expected =
        // shared: 0 2 0 3, as first value 0 and deltas 2 -2 3 above the least, -2, in 3 bits
        "8001 04 04 00" + "03 03000000" + "4401 00000000000000000000"
            // following: 4 2 6 5, as first value 4 and deltas -2 4 -1 above the least, -2, in 3 bits
            + "8001 04 04 08" + "03 03000000" + "7000 00000000000000000000"
            + "61786973" + "6c65" + "626162626c65" + "79686f6f64";
    HexFormat hex = HexFormat.of();
    assertThat(hex.formatHex(lengths.toByteArray()) + hex.formatHex(suffixes.array())).isEqualTo(expected.replace(" ", ""));
  }

  @Test
  void integers_that_go_up_by_one_are_their_first_and_one_delta() throws IOException {
    assertEncodes(
        Encoding.DELTA_BINARY_PACKED, "8001 04 05 02" + "02 00000000", EventColumn.SEQUENCE, 1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void integers_of_four_bytes_are_packed_too() throws IOException {
    assertEncodes(
        Encoding.DELTA_BINARY_PACKED,
        "02000000 0601" + "8001 04 03 02" + "00 01000000" + "02000000",
        EventColumn.ATTEMPT, 1L, 1L, 2L);
  }

  @Test
  void rows_without_a_value_are_bits_before_the_values() throws IOException {
    Object[] values = {1.0, null, 1.0, null, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
    assertEncodes(Encoding.PLAIN, "03000000 05 f503" + "000000000000f03f".repeat(8), EventColumn.DURATION, values);
  }

  @Test
  void a_page_of_nothing_but_nulls_is_one_run() throws IOException {
    Object[] values = new Object[300];
    assertEncodes(Encoding.PLAIN, "03000000 d804 00", EventColumn.DURATION, values);
  }

  @Test
  void a_page_without_nulls_is_one_run() throws IOException {
    Object[] values = Collections.nCopies(300, 0.0).toArray();
    assertEncodes(Encoding.PLAIN, "03000000 d804 01" + "00".repeat(2400), EventColumn.DURATION, values);
  }

  @Test
  void numbers_in_a_dictionary_are_packed_in_as_few_bits_as_it_needs() throws IOException {
    StagedPage page = staged(EventColumn.NODE_NAME, "a", "b", "a", "b", "c", "c", "c", "c");
    assertThat(hex(encoder.encode(page, new int[] {0, 1, 0, 1, 2, 2, 2, 2}, 3))).isEqualTo("02" + "0344aa");
  }

  @Test
  void one_text_in_a_dictionary_takes_no_bits() throws IOException {
    StagedPage page = staged(EventColumn.NODE_NAME, Collections.nCopies(10, "a").toArray());
    assertThat(hex(encoder.encode(page, new int[10], 1))).isEqualTo("00" + "14");
  }

  @Test
  void json_that_shares_nothing_stays_plain_and_json_that_repeats_does_not() throws IOException {
    assertThat(encoder.encode(staged(EventColumn.OUTPUT_RESULT, "[1, 2]", "{}", "null")).encoding()).isEqualTo(Encoding.PLAIN);
    assertThat(encoder.encode(staged(EventColumn.OUTPUT_RESULT, "[1, 2]", "[1, 2]", "{}", "{}")).encoding())
        .isEqualTo(Encoding.DELTA_BYTE_ARRAY);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 63, 64, 65, 20_000})
  void levels_never_need_more_room_than_is_kept_for_them(int rows) {
    Object[] values = LongStream.range(0, rows).mapToObj(i -> i % 3 == 0 ? null : 0.5).toArray();
    StagedPage page = staged(EventColumn.DURATION, values);
    assertThat(DefinitionLevels.writeBefore(page.start(), page.buffer(), page)).isNotNegative();
  }

  private void assertEncodes(Encoding encoding, String hex, EventColumn column, Object... values) throws IOException {
    EncodedPage encoded = encoder.encode(staged(column, values));
    assertThat(hex(encoded)).isEqualTo(hex.replace(" ", ""));
    assertThat(encoded.encoding()).isEqualTo(encoding);
  }

  private StagedPage staged(EventColumn column, Object... values) {
    List<EventRow> rows = new ArrayList<>();
    Arrays.stream(values).forEach(value -> rows.add(EventRow.full("e-1", rows.size()).with(column, value)));
    ListEventCursor cursor = new ListEventCursor(rows, values.length);
    cursor.nextBatch();
    StagedPage page = new StagedPage(column, pool, values.length, 0);
    EventBatch batch = new EventBatch();
    batch.load(cursor);
    switch (column.type()) {
      case TEXT, JSON -> page.addTexts(batch.column(column), 0, values.length);
      case TIMESTAMP, LONG, INT, DOUBLE -> page.addNumbers(batch.column(column), 0, values.length);
    }
    return page;
  }

  private static String hex(EncodedPage page) {
    byte[] bytes = new byte[page.end() - page.start()];
    page.buffer().get(page.start(), bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
