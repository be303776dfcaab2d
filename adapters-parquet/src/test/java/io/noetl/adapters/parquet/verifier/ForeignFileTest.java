package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.ExportInspector.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.SchemaElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of another program: 300 rows of twelve columns, two of them nested, that DuckDB 1.5 wrote with each of its
 * codecs, and one with its newer encodings ({@code PARQUET_VERSION V2}).
 */
class ForeignFileTest {

  private static final String READ_BACK =
      "it carries no digests of noetl's: all of it was read back without an error, but nothing proves that the values"
          + " are those that were written";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "gzip", "uncompressed", "v2"})
  void a_whole_file_is_read_and_unproven(String name) throws IOException {
    Path file = foreign(name);
    assertThat(inspect(file)).isEqualTo(new Verdict.Unproven(READ_BACK, 300, Files.size(file)));
  }

  @Test
  void a_file_of_no_rows_is_read_and_unproven() throws IOException {
    Path file = foreign("no-rows");
    assertThat(inspect(file)).isEqualTo(new Verdict.Unproven(READ_BACK, 0, Files.size(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BROTLI", "LZ4_RAW"})
  void pages_that_cannot_be_decompressed_are_said_to_be_unread(String codec) throws IOException {
    Path file = foreign(codec.toLowerCase(Locale.ROOT));
    assertThat(inspect(file))
        .isEqualTo(
            new Verdict.Unproven(
                "it carries no digests of noetl's, and noetl cannot decompress its pages ([" + codec
                    + "]): only its structure was checked",
                300,
                Files.size(file)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "gzip", "uncompressed", "v2"})
  void damage_never_throws_and_never_proves(String name) throws IOException {
    byte[] good = Files.readAllBytes(foreign(name));
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      byte[] damaged = good.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(good.length)] ^= (byte) (1 << random.nextInt(8));
      }
      assertThat(inspect(Files.write(folder.resolve("damaged.parquet"), damaged)))
          .as("seed %d", seed)
          .isNotInstanceOf(Verdict.Proven.class);
    }
  }

  @Test
  void a_wrong_number_of_rows_is_bad() throws Exception {
    Path file = foreign("snappy");
    Forgery.footer(file, footer -> footer.setNum_rows(301));
    assertBad(file, "the footer is damaged: it claims 301 rows, and its row groups have 300");
  }

  @Test
  void a_row_group_that_lost_rows_is_bad() throws Exception {
    Path file = foreign("snappy");
    Forgery.footer(file, footer -> footer.setNum_rows(299).getRow_groups().get(0).setNum_rows(299));
    assertBad(file, "row group 1 claims 299 rows, and its column n has 300");
  }

  @Test
  void a_column_that_claims_more_values_than_its_pages_hold_is_bad() throws Exception {
    Path file = foreign("snappy");
    Forgery.footer(
        file, footer -> footer.getRow_groups().get(0).getColumns().get(0).getMeta_data().setNum_values(301));
    assertBad(file, "column n, row group 1 is damaged: its pages hold 300 values, and the footer claims 301");
  }

  @Test
  void a_schema_without_end_is_bad() throws Exception {
    Path file = foreign("snappy");
    Forgery.footer(file, footer -> footer.getSchema().get(0).setNum_children(Integer.MAX_VALUE));
    assertBad(file, "the footer is damaged: its schema is no tree of columns, it ends in the middle of a group");
  }

  @Test
  void a_schema_without_bottom_is_bad() throws Exception {
    Path file = foreign("snappy");
    Forgery.footer(
        file,
        footer -> {
          for (int i = 0; i < 5000; i++) {
            footer.getSchema().add(1, new SchemaElement("g").setNum_children(1));
          }
        });
    assertBad(file, "the footer is damaged: its schema is no tree of columns, it is deeper than 200 levels");
  }

  @Test
  void a_page_of_another_size_than_its_header_claims_is_bad() throws Exception {
    Path file = foreign("zstd");
    Forgery.footer(
        file,
        footer ->
            footer.getRow_groups().get(0).getColumns().get(0).getMeta_data().setCodec(CompressionCodec.UNCOMPRESSED));
    assertThat(((Verdict.Bad) inspect(file)).reason()).startsWith("column n, row group 1, page 1 is damaged: it holds ");
  }

  @Test
  void a_part_of_a_data_set_without_values_is_bad() throws Exception {
    Path file = foreign("snappy");
    Forgery.footer(file, footer -> footer.getRow_groups().get(0).getColumns().get(0).setFile_path("part-0.parquet"));
    assertThat(inspect(file))
        .isEqualTo(
            new Verdict.Bad(
                "it has only the structure: its values are in other files, such as part-0.parquet",
                "verify those files"));
  }

  private Path foreign(String name) throws IOException {
    String resource = "/foreign/duckdb-" + name + ".parquet";
    try (InputStream input = Objects.requireNonNull(ForeignFileTest.class.getResourceAsStream(resource), resource)) {
      return Files.write(folder.resolve("foreign.parquet"), input.readAllBytes());
    }
  }

  private static Verdict inspect(Path file) {
    return new ParquetExportInspector().inspect(file);
  }

  private static void assertBad(Path file, String reason) {
    assertThat(inspect(file))
        .isEqualTo(
            new Verdict.Bad(
                reason,
                "have the program that wrote it write it again, or get another copy"));
  }
}
