package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.parquet.writer.TestExports;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.testkit.export.EventRow;
import io.noetl.testkit.export.Proofs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.apache.parquet.format.BoundaryOrder;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every single check of the proof, by files in which it alone can find what is wrong. */
class OwnFileTest {

  private static final int SEQUENCE = 14;
  private static final int NODE_ID = 5;
  private static final int ERROR = 13;
  private static final int WORKER_ID = 18;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void an_export() {
    file = folder.resolve("data.parquet");
    TestExports.write(file, TestExports.rows(600), Compression.UNCOMPRESSED);
  }

  @Test
  void resealing_alone_changes_nothing() throws Exception {
    Forgery.footer(file, footer -> {});
    assertThat(new ParquetExportInspector().inspect(file))
        .satisfies(Proofs.of("e-1", "weather", 600, Files.size(file)));
  }

  @Test
  void a_changed_value_breaks_the_page_checksum() throws Exception {
    Forgery.bytes(file, (data, footer) -> data[(int) chunk(footer, 1, NODE_ID).getMeta_data().getData_page_offset() + 60]++);
    assertThat(reason()).matches(
        "column node_id, row group 2, page 1 is damaged: its checksum is [0-9A-F]{8}, and its header says [0-9A-F]{8}");
  }

  @Test
  void a_page_without_a_checksum_is_damaged() throws Exception {
    Forgery.bytes(file, (data, footer) -> dropChecksum(data, chunk(footer, 0, SEQUENCE)));
    assertBad("column sequence, row group 1, page 1 is damaged: it has no checksum, and noetl writes one");
  }

  /** parquet-java reads such a level as a null, as which it was meant; other readers refuse the file. */
  @Test
  void a_definition_level_that_the_column_cannot_have_is_found() throws Exception {
    TestExports.write(
        file, IntStream.range(0, 20).mapToObj(i -> EventRow.bare("e-1", i)).toList(), Compression.UNCOMPRESSED);
    Forgery.bytes(file, (data, footer) -> raiseLevel(data, chunk(footer, 0, ERROR)));
    assertBad(
        "column error, row group 1, page 1 is damaged: it has a definition level of 2, and the column has none above 1");
  }

  /** parquet-java reads no levels where a column has none, whatever their encoding is said to be; others may. */
  @Test
  void levels_in_another_encoding_than_ours_are_found() throws Exception {
    Forgery.bytes(
        file,
        (data, footer) ->
            changeHeader(
                data,
                chunk(footer, 0, SEQUENCE).getMeta_data().getData_page_offset(),
                header -> header.getData_page_header().setRepetition_level_encoding(Encoding.RLE)));
    assertBad(
        "column sequence, row group 1, page 1 is damaged: it claims levels in RLE and RLE, and noetl writes RLE and BIT_PACKED");
  }

  @Test
  void a_page_of_fewer_rows_than_one_is_found() throws Exception {
    Forgery.bytes(
        file,
        (data, footer) ->
            changeHeader(
                data,
                chunk(footer, 0, SEQUENCE).getMeta_data().getData_page_offset(),
                header -> header.getData_page_header().setNum_values(-header.getData_page_header().getNum_values())));
    assertThat(reason())
        .matches("column sequence, row group 1, page 1 is damaged: it claims -\\d+ rows, and noetl writes 1 to 1048576 to a page");
  }

  /** The text that is too long may be one that no row has, so that no digest is of it. */
  @Test
  void a_text_that_reaches_beyond_its_dictionary_is_found() throws Exception {
    Forgery.bytes(file, (data, footer) -> lengthenLastEntry(data, chunk(footer, 0, WORKER_ID)));
    assertThat(reason()).startsWith("column worker_id, row group 1: it cannot be decoded (");
  }

  @Test
  void a_changed_execution_id_breaks_the_content_digest() throws Exception {
    Forgery.footer(file, footer -> entry(footer, "noetl.execution.id").setValue("e-2"));
    assertBad("the execution id, the playbook or the row count in the metadata was changed: their digest differs");
  }

  @Test
  void a_changed_column_digest_is_found() throws Exception {
    Forgery.footer(file, footer -> entry(footer, "noetl.digest.column.error").setValue("0".repeat(32)));
    assertBad("the values of column error are not those that were exported: the digest differs");
  }

  @Test
  void a_changed_row_count_is_found() throws Exception {
    Forgery.footer(file, footer -> entry(footer, "noetl.rows").setValue("601"));
    assertBad("it has 600 rows, and its metadata claims 601");
  }

  @Test
  void a_row_count_that_is_no_number_is_found() throws Exception {
    Forgery.footer(file, footer -> entry(footer, "noetl.rows").setValue("many"));
    assertBad(unprovable("the key noetl.rows holds no number: many"));
  }

  @Test
  void a_missing_digest_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.getKey_value_metadata().remove(entry(footer, "noetl.digest.column.error")));
    assertBad(unprovable("the key noetl.digest.column.error is missing"));
  }

  @Test
  void a_digest_that_is_none_is_found() throws Exception {
    Forgery.footer(file, footer -> entry(footer, "noetl.digest.content").setValue("none"));
    assertBad(unprovable("the key noetl.digest.content holds no digest of 64 hexadecimal digits"));
  }

  @Test
  void a_key_of_another_program_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.addToKey_value_metadata(new KeyValue("pandas").setValue("{}")));
    assertBad(unprovable("noetl does not write the key pandas"));
  }

  @Test
  void a_double_key_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.addToKey_value_metadata(new KeyValue("noetl.rows").setValue("600")));
    assertBad(unprovable("the key noetl.rows has no value, or two"));
  }

  @Test
  void the_name_of_the_writer_alone_is_a_trace() throws Exception {
    Forgery.footer(file, footer -> footer.unsetKey_value_metadata());
    assertBad(unprovable("the key noetl.schema.version is missing"));
  }

  @Test
  void a_key_alone_is_a_trace() throws Exception {
    Forgery.footer(
        file,
        footer ->
            footer
                .setCreated_by("parquet-cpp-arrow version 21.0.0")
                .setKey_value_metadata(List.of(new KeyValue("noetl.rows").setValue("600"))));
    assertBad(unprovable("the key noetl.schema.version is missing"));
  }

  @Test
  void without_any_trace_it_is_a_file_of_any_program() throws Exception {
    Forgery.footer(file, footer -> footer.setCreated_by("another program").unsetKey_value_metadata());
    assertThat(new ParquetExportInspector().inspect(file)).isInstanceOf(Verdict.Unproven.class);
  }

  @Test
  void a_newer_schema_asks_for_a_newer_program() throws Exception {
    Forgery.footer(file, footer -> entry(footer, "noetl.schema.version").setValue("2"));
    assertThat(new ParquetExportInspector().inspect(file))
        .isEqualTo(
            new Verdict.Bad(
                "it claims version 2 of the event-log schema, and this noetl knows version 1",
                "if a newer noetl wrote it, verify it with that one; else export it again"));
  }

  @Test
  void a_renamed_column_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.getSchema().get(1).setName("execution"));
    assertThat(reason()).startsWith("the schema is not the event log's: it has SchemaElement(");
  }

  @Test
  void a_changed_field_id_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.getSchema().get(1).setField_id(20));
    assertThat(reason()).startsWith("the schema is not the event log's: it has SchemaElement(");
  }

  @Test
  void a_required_column_that_became_optional_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.getSchema().get(1).setRepetition_type(FieldRepetitionType.OPTIONAL));
    assertThat(reason()).startsWith("the schema is not the event log's: it has SchemaElement(");
  }

  @Test
  void a_lost_column_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.getSchema().remove(19));
    assertBad("the schema is not the event log's: it has 18 columns instead of 19");
  }

  @Test
  void a_lost_row_group_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.getRow_groups().remove(1));
    assertThat(reason()).startsWith("the footer is damaged: column execution_id, row group 2 begins at byte ");
  }

  @Test
  void a_row_group_listed_twice_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.addToRow_groups(footer.getRow_groups().get(1)));
    assertThat(reason()).startsWith("the footer is damaged: column execution_id, row group 4 begins at byte ");
  }

  @Test
  void a_column_that_reads_anothers_bytes_is_found() throws Exception {
    Forgery.footer(
        file,
        footer ->
            chunk(footer, 0, SEQUENCE)
                .getMeta_data()
                .setData_page_offset(chunk(footer, 0, SEQUENCE - 1).getMeta_data().getData_page_offset()));
    assertThat(reason()).startsWith("the footer is damaged: column sequence, row group 1 begins at byte ");
  }

  @Test
  void a_column_outside_the_file_is_found() throws Exception {
    Forgery.footer(file, footer -> chunk(footer, 0, SEQUENCE).getMeta_data().setTotal_compressed_size(Long.MAX_VALUE));
    assertThat(reason()).startsWith("the footer is damaged: it places column sequence, row group 1, at bytes ");
  }

  @Test
  void a_wrong_number_of_values_is_found() throws Exception {
    Forgery.footer(file, footer -> chunk(footer, 0, SEQUENCE).getMeta_data().setNum_values(255));
    assertBad("the footer is damaged: column sequence, row group 1 is not column sequence with 256 values");
  }

  @Test
  void a_wrong_number_of_rows_is_found() throws Exception {
    Forgery.footer(file, footer -> footer.setNum_rows(599));
    assertBad("the footer is damaged: it claims 599 rows, and its row groups have 600");
  }

  @Test
  void another_codec_is_found() throws Exception {
    Forgery.footer(file, footer -> chunk(footer, 0, SEQUENCE).getMeta_data().setCodec(CompressionCodec.SNAPPY));
    assertThat(reason()).startsWith("column sequence, row group 1, page 1 is damaged: it ");
  }

  @Test
  void a_codec_that_is_not_ours_is_found() throws Exception {
    Forgery.footer(file, footer -> chunk(footer, 0, SEQUENCE).getMeta_data().setCodec(CompressionCodec.BROTLI));
    assertBad(
        "the footer is damaged: column sequence, row group 1 claims to be compressed with BROTLI, which noetl does not"
            + " write");
  }

  @Test
  void statistics_that_are_too_narrow_are_found() throws Exception {
    Forgery.footer(
        file, footer -> chunk(footer, 0, NODE_ID).getMeta_data().getStatistics().setMax_value(new byte[] {'a'}));
    assertBad("column node_id, row group 1 is described wrongly: its statistics are not true of its pages, values lie outside their bounds");
  }

  @Test
  void statistics_of_integers_that_are_too_wide_are_found() throws Exception {
    Forgery.footer(file, footer -> chunk(footer, 0, SEQUENCE).getMeta_data().getStatistics().setMax_value(new byte[8]));
    assertBad("column sequence, row group 1 is described wrongly: its statistics are not true of its pages, values lie outside their bounds");
  }

  @Test
  void statistics_that_miscount_nulls_are_found() throws Exception {
    Forgery.footer(file, footer -> chunk(footer, 0, ERROR).getMeta_data().getStatistics().setNull_count(1));
    assertBad("column error, row group 1 is described wrongly: its statistics are not true of its pages, they count 1 nulls of 86");
  }

  @Test
  void an_offset_index_that_misplaces_a_page_is_found() throws Exception {
    Forgery.bytes(
        file,
        (data, footer) -> {
          ColumnChunk chunk = chunk(footer, 0, SEQUENCE);
          OffsetIndex index = read(data, chunk.getOffset_index_offset(), Util::readOffsetIndex);
          index.getPage_locations().get(1).setFirst_row_index(99);
          write(data, chunk.getOffset_index_offset(), chunk.getOffset_index_length(), out -> Util.writeOffsetIndex(index, out));
        });
    assertBad("column sequence, row group 1 is described wrongly: its offset index is not true of its pages, it misplaces data page 2");
  }

  @Test
  void a_column_index_that_miscounts_nulls_is_found() throws Exception {
    forgeColumnIndex(ERROR, index -> index.getNull_counts().set(1, 34L));
    assertBad(
        "column error, row group 1 is described wrongly: its column index is not true of its pages, it miscounts the nulls of data page 2");
  }

  @Test
  void a_column_index_with_wrong_bounds_is_found() throws Exception {
    forgeColumnIndex(SEQUENCE, index -> index.getMin_values().set(1, index.getMin_values().get(0)));
    assertBad(
        "column sequence, row group 1 is described wrongly: its column index is not true of its pages, values of data page 2 lie outside its"
            + " bounds");
  }

  @Test
  void a_column_index_that_claims_a_wrong_order_is_found() throws Exception {
    forgeColumnIndex(SEQUENCE, index -> index.setBoundary_order(BoundaryOrder.DESCENDING));
    assertBad(
        "column sequence, row group 1 is described wrongly: its column index is not true of its pages, data page 2 breaks the order that it"
            + " claims");
  }

  @Test
  void a_field_that_nothing_else_looks_at_breaks_the_seal() throws Exception {
    Forgery.unsealed(file, footer -> footer.getRow_groups().get(0).setTotal_byte_size(1));
    assertThat(reason())
        .matches(
            "the file was changed after it was written: the XXH64 of its bytes is [0-9a-f]{16}, and its footer says"
                + " [0-9a-f]{16}");
  }

  @Test
  void a_footer_in_another_encoding_is_found() throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    int footer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    int start = bytes.length - 8 - footer;
    // The format version 1, in thrift's zigzag 02, may also take two bytes.
    longer[start + 1] = (byte) 0x82;
    longer[start + 2] = 0;
    System.arraycopy(bytes, start + 2, longer, start + 3, bytes.length - start - 2);
    ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN).putInt(longer.length - 8, footer + 1);
    Files.write(file, longer);
    assertBad("the footer is damaged: it is not encoded as noetl encodes it");
  }

  private void forgeColumnIndex(int column, Consumer<ColumnIndex> change) throws Exception {
    Forgery.bytes(
        file,
        (data, footer) -> {
          ColumnChunk chunk = chunk(footer, 0, column);
          ColumnIndex index = read(data, chunk.getColumn_index_offset(), Util::readColumnIndex);
          change.accept(index);
          write(data, chunk.getColumn_index_offset(), chunk.getColumn_index_length(), out -> Util.writeColumnIndex(index, out));
        });
  }

  /** The header becomes shorter: what is saved goes into a field that no reader needs. */
  private static void dropChecksum(byte[] data, ColumnChunk chunk) {
    int start = (int) chunk.getMeta_data().getData_page_offset();
    try {
      ByteArrayInputStream input = new ByteArrayInputStream(data, start, data.length - start);
      PageHeader header = Util.readPageHeader(input);
      int length = data.length - start - input.available();
      header.unsetCrc();
      Statistics statistics = new Statistics();
      header.getData_page_header().setStatistics(statistics);
      for (int filling = 0; ; filling++) {
        statistics.setMax_value(new byte[filling]);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Util.writePageHeader(header, bytes);
        if (bytes.size() == length) {
          Forgery.replace(data, start, length, bytes);
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Raises the level of a page that is one run of nulls: the length of the levels (4 bytes), the length of the run, the level. */
  private static void raiseLevel(byte[] data, ColumnChunk chunk) {
    changePage(
        data, chunk.getMeta_data().getData_page_offset(), (header, body, attempt) -> data[body + 5] = (byte) (1 + attempt));
  }

  /** Changes a page's header and leaves it as long as it was. */
  private static void changeHeader(byte[] data, long start, Consumer<PageHeader> change) {
    int at = (int) start;
    try {
      ByteArrayInputStream input = new ByteArrayInputStream(data, at, data.length - at);
      PageHeader header = Util.readPageHeader(input);
      change.accept(header);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Util.writePageHeader(header, bytes);
      Forgery.replace(data, at, data.length - at - input.available(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lengthenLastEntry(byte[] data, ColumnChunk chunk) {
    ByteBuffer entries = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    changePage(
        data,
        chunk.getMeta_data().getDictionary_page_offset(),
        (header, body, attempt) -> {
          int last = body;
          for (int i = 1; i < header.getDictionary_page_header().getNum_values(); i++) {
            last += 4 + entries.getInt(last);
          }
          entries.putInt(last, entries.getInt(last) + 1);
        });
  }

  /** Changes a page, in one way after another, until its new checksum leaves the header as long as it was. */
  private static void changePage(byte[] data, long offset, PageChange change) {
    int start = (int) offset;
    try {
      ByteArrayInputStream input = new ByteArrayInputStream(data, start, data.length - start);
      PageHeader header = Util.readPageHeader(input);
      int body = data.length - input.available();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      for (int attempt = 1; bytes.size() != body - start; attempt++) {
        change.change(header, body, attempt);
        CRC32 crc = new CRC32();
        crc.update(data, body, header.getCompressed_page_size());
        bytes.reset();
        Util.writePageHeader(header.setCrc((int) crc.getValue()), bytes);
      }
      Forgery.replace(data, start, bytes.size(), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface PageChange {
    void change(PageHeader header, int body, int attempt);
  }

  private interface Reading<T> {
    T read(InputStream input) throws IOException;
  }

  private interface Writing {
    void write(OutputStream output) throws IOException;
  }

  private static <T> T read(byte[] data, long offset, Reading<T> reading) {
    try {
      return reading.read(new ByteArrayInputStream(data, (int) offset, data.length - (int) offset));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(byte[] data, long offset, int length, Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Forgery.replace(data, offset, length, bytes);
  }

  private static ColumnChunk chunk(FileMetaData footer, int group, int column) {
    return footer.getRow_groups().get(group).getColumns().get(column);
  }

  private static KeyValue entry(FileMetaData footer, String key) {
    return footer.getKey_value_metadata().stream().filter(entry -> entry.getKey().equals(key)).findFirst().orElseThrow();
  }

  private static String unprovable(String what) {
    return "it carries noetl's mark, but cannot be proven: " + what
        + "; it is damaged, or was rewritten by another program";
  }

  private String reason() {
    return ((Verdict.Bad) new ParquetExportInspector().inspect(file)).reason();
  }

  private void assertBad(String reason) {
    assertThat(new ParquetExportInspector().inspect(file))
        .isEqualTo(
            new Verdict.Bad(
                reason,
                "export it again: run the playbook with --export, or noetl export --execution ID --to PATH if the"
                    + " store has the execution"));
  }
}
