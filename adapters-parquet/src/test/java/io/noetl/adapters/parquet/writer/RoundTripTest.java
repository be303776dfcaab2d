package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.parquet.verifier.FileRows;
import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.EventRow;
import io.noetl.testkit.export.ListEventCursor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Compression.class)
  void many_row_groups_come_back_whole(Compression compression) {
    List<EventRow> rows = TestExports.rows(2000);
    Path target = folder.resolve("data.parquet");
    TestExports.write(target, rows, compression);
    assertThat(FileRows.footer(target).getRow_groups()).hasSize(8);
    assertThat(FileRows.read(target)).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 127, 128, 129, 2048})
  void batches_of_any_size_come_back_whole(int batchRows) {
    List<EventRow> rows = TestExports.rows(700);
    Path target = folder.resolve("data.parquet");
    new ParquetExecutionDataExporter(
            new ParquetExportInspector(), TestExports.small(ValueStage.UNCHANGED), new FileOperations())
        .export(new ListEventCursor(rows, batchRows), TestExports.request(target, Compression.SNAPPY));
    assertThat(FileRows.read(target)).isEqualTo(rows);
  }

  @Test
  void columns_of_nothing_but_nulls_come_back() {
    assertComesBack(bareRows(500));
  }

  @Test
  void texts_come_back_from_every_plane_of_unicode() {
    List<EventRow> rows = new ArrayList<>();
    for (int plane = 0; plane <= 16; plane++) {
      String text = Character.toString(plane * 0x10000 + 0x41) + Character.toString(plane * 0x10000 + 0xFFFD);
      rows.add(EventRow.full("e-1", plane).with(EventColumn.ERROR, text).with(EventColumn.NODE_NAME, text));
    }
    assertComesBack(rows);
  }

  @Test
  void empty_texts_and_texts_with_nul_come_back() {
    assertComesBack(
        List.of(
            EventRow.full("e-1", 0).with(EventColumn.ERROR, ""),
            EventRow.full("e-1", 1).with(EventColumn.ERROR, "\0"),
            EventRow.full("e-1", 2).with(EventColumn.ERROR, "a\0b\0"),
            EventRow.full("e-1", 3).with(EventColumn.ERROR, null),
            EventRow.full("e-1", 4).with(EventColumn.NODE_ID, "")));
  }

  @Test
  void a_text_of_ten_megabytes_comes_back() {
    assertComesBack(
        List.of(
            EventRow.full("e-1", 0),
            EventRow.full("e-1", 1).with(EventColumn.OUTPUT_RESULT, "\"" + "é".repeat(5 << 20) + "\""),
            EventRow.full("e-1", 2)));
  }

  @Test
  void texts_whose_bounds_cannot_be_cut_come_back() {
    String greatest = Character.toString(Character.MAX_CODE_POINT);
    assertComesBack(
        List.of(
            EventRow.full("e-1", 0).with(EventColumn.ERROR, greatest.repeat(40)),
            EventRow.full("e-1", 1).with(EventColumn.ERROR, greatest.repeat(2000)),
            EventRow.full("e-1", 2).with(EventColumn.ERROR, "\uffff".repeat(40))));
  }

  @Test
  void strange_doubles_come_back() {
    List<EventRow> rows = new ArrayList<>();
    double[] durations = {
      Double.NaN, -0.0, 0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 0.1
    };
    for (double duration : durations) {
      rows.add(EventRow.full("e-1", rows.size()).with(EventColumn.DURATION, duration));
    }
    assertComesBack(rows);
  }

  @Test
  void a_page_of_nothing_but_nan_does_not_pass_for_a_page_of_nulls() {
    List<EventRow> rows = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      rows.add(EventRow.full("e-1", i).with(EventColumn.DURATION, i < 300 ? Double.valueOf(i) : Double.NaN));
    }
    assertComesBack(rows);
  }

  @Test
  void pages_of_zeros_of_both_signs_come_back() {
    List<EventRow> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(EventRow.full("e-1", i).with(EventColumn.DURATION, i % 200 < 100 ? 0.0 : -0.0));
    }
    assertComesBack(rows);
  }

  @Test
  void the_ends_of_the_integers_come_back() {
    assertComesBack(
        List.of(
            EventRow.full("e-1", 0)
                .with(EventColumn.TIMESTAMP, Long.MIN_VALUE)
                .with(EventColumn.ATTEMPT, (long) Integer.MIN_VALUE)
                .with(EventColumn.CURRENT_INDEX, Long.MIN_VALUE),
            EventRow.full("e-1", Long.MAX_VALUE)
                .with(EventColumn.TIMESTAMP, Long.MAX_VALUE)
                .with(EventColumn.ATTEMPT, (long) Integer.MAX_VALUE)
                .with(EventColumn.CURRENT_INDEX, Long.MAX_VALUE)));
  }

  @Test
  void random_rows_come_back() {
    for (long seed = 1; seed <= 9; seed++) {
      List<EventRow> rows = randomRows(new Random(seed));
      Path target = folder.resolve("data.parquet");
      TestExports.write(target, rows, Compression.values()[(int) (seed % 3)]);
      assertThat(FileRows.read(target)).as("seed %d", seed).isEqualTo(rows);
    }
  }

  private void assertComesBack(List<EventRow> rows) {
    Path target = folder.resolve("data.parquet");
    TestExports.write(target, rows, Compression.SNAPPY);
    assertThat(FileRows.read(target)).isEqualTo(rows);
    assertThat(new ParquetExportInspector().inspect(target)).isInstanceOf(Verdict.Proven.class);
  }

  private static List<EventRow> bareRows(int count) {
    List<EventRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(EventRow.bare("e-1", i));
    }
    return rows;
  }

  /** Each column has its own share of nulls and its own number of distinct values. */
  private static List<EventRow> randomRows(Random random) {
    int[] nulls = random.ints(EventColumn.ALL.size(), 0, 101).toArray();
    int[] distinct = random.ints(EventColumn.ALL.size(), 1, 2000).toArray();
    List<EventRow> rows = new ArrayList<>();
    int count = random.nextInt(1000);
    for (int i = 0; i < count; i++) {
      EventRow row = EventRow.bare("e-1", i);
      for (int c = 0; c < distinct.length; c++) {
        EventColumn column = EventColumn.ALL.get(c);
        if (column != EventColumn.SEQUENCE && (!column.nullable() || random.nextInt(100) >= nulls[c])) {
          row = row.with(column, value(column, random.nextInt(distinct[c])));
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static Object value(EventColumn column, int number) {
    Random random = new Random(number);
    return switch (column.type()) {
      case TEXT, JSON -> text(random);
      case LONG, TIMESTAMP -> random.nextLong() >> random.nextInt(64);
      case INT -> (long) (random.nextInt() >> random.nextInt(32));
      case DOUBLE -> Double.longBitsToDouble(random.nextLong());
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int left = random.nextInt(random.nextInt(10) == 0 ? 500 : 20); left > 0; left--) {
      int point = random.nextInt(random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1);
      text.appendCodePoint(point >= 0xD800 && point <= 0xDFFF ? '?' : point);
    }
    return text.toString();
  }
}
