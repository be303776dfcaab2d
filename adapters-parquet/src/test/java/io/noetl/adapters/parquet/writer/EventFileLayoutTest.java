package io.noetl.adapters.parquet.writer;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.parquet.verifier.FileRows;
import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.EventRow;
import io.noetl.testkit.export.ListEventCursor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other readers find in a file, in literal words. */
class EventFileLayoutTest {

  @TempDir Path folder;

  @Test
  void the_schema_lists_the_event_log_with_types_and_field_ids() {
    assertThat(footer(TestExports.rows(3), Compression.SNAPPY).getSchema().stream().map(EventFileLayoutTest::text))
        .containsExactly(
            "null event_log null null 0",
            "REQUIRED execution_id BYTE_ARRAY STRING 1",
            "REQUIRED event_id BYTE_ARRAY STRING 2",
            "OPTIONAL parent_event_id BYTE_ARRAY STRING 3",
            "REQUIRED timestamp INT64 TIMESTAMP(MICROS,UTC) 4",
            "REQUIRED event_type BYTE_ARRAY STRING 5",
            "REQUIRED node_id BYTE_ARRAY STRING 6",
            "REQUIRED node_name BYTE_ARRAY STRING 7",
            "REQUIRED node_type BYTE_ARRAY STRING 8",
            "REQUIRED status BYTE_ARRAY STRING 9",
            "OPTIONAL duration DOUBLE null 10",
            "OPTIONAL input_context BYTE_ARRAY STRING 11",
            "OPTIONAL output_result BYTE_ARRAY STRING 12",
            "OPTIONAL metadata BYTE_ARRAY STRING 13",
            "OPTIONAL error BYTE_ARRAY STRING 14",
            "REQUIRED sequence INT64 null 15",
            "OPTIONAL attempt INT32 null 16",
            "OPTIONAL loop_name BYTE_ARRAY STRING 17",
            "OPTIONAL current_index INT64 null 18",
            "OPTIONAL worker_id BYTE_ARRAY STRING 19");
  }

  @Test
  void the_metadata_says_whose_rows_they_are_and_proves_them() {
    List<KeyValue> metadata = footer(TestExports.rows(3), Compression.SNAPPY).getKey_value_metadata();
    assertThat(metadata.stream().limit(6).map(entry -> entry.getKey() + "=" + entry.getValue()))
        .containsExactly(
            "noetl.schema.version=1",
            "noetl.execution.id=e-1",
            "noetl.playbook.name=weather",
            "noetl.playbook.sha256=" + "ab".repeat(32),
            "noetl.rows=3",
            "noetl.digest.algorithm=xxh64");
    assertThat(metadata.stream().skip(6).map(KeyValue::getKey))
        .containsExactlyElementsOf(
            Stream.concat(
                    EventColumn.ALL.stream().map(column -> "noetl.digest.column." + column.columnName()),
                    Stream.of("noetl.digest.content", "noetl.digest.file"))
                .toList());
    assertThat(metadata.stream().skip(6).limit(19).map(KeyValue::getValue)).allMatch(value -> value.matches("[0-9a-f]{32}"));
    assertThat(metadata.get(25).getValue()).matches("[0-9a-f]{64}");
    assertThat(metadata.get(26).getValue()).matches("[0-9a-f]{16}");
  }

  @Test
  void the_footer_names_its_writer_and_the_order_of_its_bounds() {
    FileMetaData footer = footer(TestExports.rows(3), Compression.SNAPPY);
    assertThat(footer.getCreated_by()).isEqualTo("noetl version 1 (build parquet-java)");
    assertThat(footer.getColumn_orders()).hasSize(19).allMatch(order -> order.isSetTYPE_ORDER());
    assertThat(footer.getVersion()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"SNAPPY,SNAPPY", "ZSTD,ZSTD", "UNCOMPRESSED,UNCOMPRESSED"})
  void all_columns_have_the_codec_that_was_asked_for(Compression compression, CompressionCodec codec) {
    assertThat(footer(TestExports.rows(300), compression).getRow_groups())
        .allSatisfy(
            group ->
                assertThat(group.getColumns()).allMatch(chunk -> chunk.getMeta_data().getCodec() == codec));
  }

  @Test
  void every_column_has_the_encoding_that_suits_its_values() {
    FileMetaData footer = footer(TestExports.rows(250), Compression.SNAPPY);
    assertThat(column(footer, EventColumn.EVENT_TYPE).getEncodings())
        .containsExactly(Encoding.PLAIN, Encoding.RLE_DICTIONARY, Encoding.RLE);
    assertThat(column(footer, EventColumn.EVENT_TYPE).isSetDictionary_page_offset()).isTrue();
    assertThat(column(footer, EventColumn.EVENT_ID).getEncodings())
        .containsExactly(Encoding.DELTA_BYTE_ARRAY, Encoding.RLE);
    assertThat(column(footer, EventColumn.EVENT_ID).isSetDictionary_page_offset()).isFalse();
    assertThat(column(footer, EventColumn.SEQUENCE).getEncodings())
        .containsExactly(Encoding.DELTA_BINARY_PACKED, Encoding.RLE);
    assertThat(column(footer, EventColumn.DURATION).getEncodings()).containsExactly(Encoding.PLAIN, Encoding.RLE);
  }

  @Test
  void statistics_tell_bounds_and_nulls() {
    FileMetaData footer = footer(TestExports.rows(4), Compression.SNAPPY);
    var sequence = column(footer, EventColumn.SEQUENCE).getStatistics();
    assertThat(sequence.getMin_value()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0);
    assertThat(sequence.getMax_value()).containsExactly(3, 0, 0, 0, 0, 0, 0, 0);
    var worker = column(footer, EventColumn.WORKER_ID).getStatistics();
    assertThat(worker.getMin_value()).asString().isEqualTo("worker-0");
    assertThat(worker.getMax_value()).asString().isEqualTo("worker-1");
    assertThat(worker.getNull_count()).isEqualTo(2);
  }

  @Test
  void long_texts_are_cut_in_statistics() {
    List<EventRow> rows = List.of(EventRow.full("e-1", 0).with(EventColumn.ERROR, "x".repeat(1000)));
    var error = column(footer(rows, Compression.SNAPPY), EventColumn.ERROR).getStatistics();
    assertThat(error.getMin_value()).asString().isEqualTo("x".repeat(64));
    assertThat(error.getMax_value()).asString().isEqualTo("x".repeat(63) + "y");
  }

  /** After the last character of as many bytes there is none to cut a text upwards with. */
  @ParameterizedTest
  @ValueSource(ints = {0x7F, 0x7FF, 0xFFFF, 0x10FFFF})
  void texts_that_cannot_be_cut_have_no_bounds(int last) {
    String uncut = Character.toString(last).repeat(100);
    List<EventRow> rows =
        List.of(
            EventRow.full("e-1", 0).with(EventColumn.ERROR, uncut).with(EventColumn.NODE_NAME, uncut + "a"),
            EventRow.full("e-1", 1).with(EventColumn.ERROR, "a").with(EventColumn.NODE_NAME, "a"));
    FileMetaData footer = footer(rows, Compression.SNAPPY);
    for (EventColumn column : List.of(EventColumn.ERROR, EventColumn.NODE_NAME)) {
      assertThat(column(footer, column).getStatistics().isSetMax_value()).isFalse();
      assertThat(column(footer, column).getStatistics().isSetMin_value()).isFalse();
      assertThat(column(footer, column).getStatistics().getNull_count()).isZero();
      assertThat(chunk(footer, column).isSetColumn_index_offset()).isFalse();
    }
  }

  @Test
  void texts_of_64_bytes_are_bounds_as_they_are() {
    String last = Character.toString(0x10FFFF).repeat(16);
    FileMetaData footer = footer(List.of(EventRow.full("e-1", 0).with(EventColumn.ERROR, last)), Compression.SNAPPY);
    assertThat(column(footer, EventColumn.ERROR).getStatistics().getMax_value()).asString().isEqualTo(last);
    assertThat(chunk(footer, EventColumn.ERROR).isSetColumn_index_offset()).isTrue();
  }

  @Test
  void a_column_with_nan_has_no_bounds() {
    List<EventRow> rows =
        List.of(EventRow.full("e-1", 0), EventRow.full("e-1", 1).with(EventColumn.DURATION, Double.NaN));
    FileMetaData footer = footer(rows, Compression.SNAPPY);
    assertThat(column(footer, EventColumn.DURATION).getStatistics().isSetMin_value()).isFalse();
    assertThat(column(footer, EventColumn.DURATION).getStatistics().getNull_count()).isZero();
    assertThat(chunk(footer, EventColumn.DURATION).isSetColumn_index_offset()).isFalse();
  }

  @Test
  void every_column_chunk_has_page_indexes() {
    for (RowGroup group : footer(TestExports.rows(600), Compression.SNAPPY).getRow_groups()) {
      assertThat(group.getColumns()).hasSize(19).allMatch(chunk -> chunk.isSetColumn_index_offset());
      assertThat(group.getColumns()).allMatch(chunk -> chunk.isSetOffset_index_offset());
    }
  }

  @Test
  void row_groups_end_by_size() {
    Path target = folder.resolve("data.parquet");
    WriterSettings settings = new WriterSettings(20_000, 1 << 20, 4096, 100, 4096, ValueStage.UNCHANGED);
    new ParquetExecutionDataExporter(
            new ParquetExportInspector(), settings, new FileOperations())
        .export(
            new ListEventCursor(TestExports.rows(3000), 100),
            TestExports.request(target, Compression.UNCOMPRESSED));
    List<RowGroup> groups = FileRows.footer(target).getRow_groups();
    assertThat(groups).hasSizeGreaterThan(5);
    assertThat(groups).allMatch(group -> group.getTotal_byte_size() < 60_000);
  }

  @Test
  void the_same_rows_give_the_same_bytes() {
    Path first = folder.resolve("first.parquet");
    Path second = folder.resolve("second.parquet");
    TestExports.write(first, TestExports.rows(600), Compression.ZSTD);
    TestExports.write(second, TestExports.rows(600), Compression.ZSTD);
    assertThat(first).hasSameBinaryContentAs(second);
  }

  private FileMetaData footer(List<EventRow> rows, Compression compression) {
    Path target = folder.resolve("data.parquet");
    TestExports.write(target, rows, compression);
    return FileRows.footer(target);
  }

  private static ColumnMetaData column(FileMetaData footer, EventColumn column) {
    return chunk(footer, column).getMeta_data();
  }

  private static ColumnChunk chunk(FileMetaData footer, EventColumn column) {
    return footer.getRow_groups().get(0).getColumns().get(EventColumn.ALL.indexOf(column));
  }

  private static String text(SchemaElement element) {
    String logical = null;
    if (element.isSetLogicalType() && element.getLogicalType().isSetSTRING()) {
      logical = "STRING";
    } else if (element.isSetLogicalType() && element.getLogicalType().isSetTIMESTAMP()) {
      var timestamp = element.getLogicalType().getTIMESTAMP();
      logical = "TIMESTAMP(%s,%s)".formatted(
          timestamp.getUnit().isSetMICROS() ? "MICROS" : "?", timestamp.isIsAdjustedToUTC() ? "UTC" : "local");
    }
    return "%s %s %s %s %d"
        .formatted(element.getRepetition_type(), element.getName(), element.getType(), logical, element.getField_id());
  }
}
