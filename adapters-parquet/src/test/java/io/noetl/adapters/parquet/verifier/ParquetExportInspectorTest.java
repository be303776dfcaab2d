package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.parquet.writer.TestExports;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.testkit.export.EventRow;
import io.noetl.testkit.export.ExportInspectorContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of files that are no whole exports, each in its own words. */
class ParquetExportInspectorTest extends ExportInspectorContract {

  private static final String EXPORT_AGAIN =
      "export it again: run the playbook with --export, or noetl export --execution ID --to PATH if the store has the"
          + " execution";
  private static final String MAKE_ROOM =
      "make sure that the disk has room, then export it again with --export or noetl export";
  private static final String CUT_OFF_CAUSES =
      " (other readers say \"No magic bytes found at end of file\"): the process that wrote it was killed or failed"
          + " before the end, or the disk was full";

  private final ParquetExportInspector inspector = new ParquetExportInspector();

  @Override
  protected ExportInspector inspector() {
    return inspector;
  }

  @Override
  protected void writeExport(Path file, List<EventRow> rows) {
    TestExports.write(file, rows, Compression.SNAPPY);
  }

  /** The arrays of one file's pages are for the next one's, whatever its compression. */
  @Test
  void files_of_every_compression_are_proven_by_one_inspector() {
    for (int round = 0; round < 3; round++) {
      for (Compression compression : Compression.values()) {
        Path file = folder.resolve(compression + ".parquet");
        TestExports.write(file, TestExports.rows(600), compression);

        assertThat(inspector.inspect(file)).as(compression.name()).isInstanceOf(Verdict.Proven.class);
      }
    }
  }

  @Test
  void a_missing_file_is_not_found() {
    String remedy =
        "check the path; if no file was exported yet, run the playbook with --export, or noetl export if the store has"
            + " the execution";
    assertBad(folder.resolve("data.parquet"), "file not found: there is nothing at this path", remedy);
    assertBad(folder.resolve("no/data.parquet"), "file not found: there is nothing at this path", remedy);
  }

  @Test
  void a_path_through_a_file_is_not_found() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "x");
    assertThat(((Verdict.Bad) inspector.inspect(file.resolve("data.parquet"))).reason())
        .isEqualTo("file not found: there is nothing at this path");
  }

  @Test
  void a_folder_is_no_file() {
    assertBad(folder, "it is a folder, not a file", "name a file in it");
  }

  @Test
  void a_device_is_no_file() {
    assertBad(Path.of("/dev/null"), "it is a device or a pipe, not a file", "name a regular file");
  }

  @Test
  void a_file_without_permission_says_so() {
    DamageException damage = Unreadable.explain(new AccessDeniedException("data.parquet"));
    assertThat(damage.reason())
        .isEqualTo("it may not be read: you have no permission to, on the file or on a folder above it");
    assertThat(damage.remedy())
        .isEqualTo("have the permissions changed (chmod u+r), or verify it as the user who owns it");
  }

  @Test
  void an_empty_file_says_how_that_comes() {
    assertBad(
        write(""),
        "the file is empty: the process that was to write it was killed or failed, or the disk was full",
        MAKE_ROOM);
  }

  @Test
  void a_short_file_is_no_parquet_file() {
    assertBad(
        write("n,word\n1,a"),
        "it is not a Parquet file: it has only 10 bytes, and no Parquet file has fewer than 12",
        "check the path; if this should be an export, export it again with --export or noetl export");
  }

  @Test
  void a_short_file_that_begins_well_is_cut_off() {
    assertBad(
        write("PAR1\u0015\u0004"),
        "the file is cut off: it begins like a Parquet file, but it has only 6 bytes" + CUT_OFF_CAUSES,
        MAKE_ROOM + ": noetl itself never leaves half a file under the name it was given");
  }

  @Test
  void another_kind_of_file_is_no_parquet_file() {
    assertBad(
        write("n,word\n1,first\n2,more\n"),
        "it is not a Parquet file: it begins with 6E 2C 77 6F (\"n,wo\") and ends with 6F 72 65 0A instead of PAR1",
        "check the path; if this should be an export, export it again with --export or noetl export");
  }

  @Test
  void a_file_whose_end_is_missing_is_cut_off() throws IOException {
    byte[] bytes = export();
    assertBad(
        write(Arrays.copyOf(bytes, bytes.length - 1)),
        "the file is cut off: it begins like a Parquet file, but its last 4 bytes are "
            + "%02X 50 41 52 instead of PAR1".formatted(bytes[bytes.length - 5])
            + CUT_OFF_CAUSES,
        MAKE_ROOM + ": noetl itself never leaves half a file under the name it was given");
  }

  @Test
  void a_damaged_beginning_is_named() throws IOException {
    byte[] bytes = export();
    bytes[0] = 'p';
    assertBad(
        write(bytes),
        "the beginning is damaged: its first 4 bytes are 70 41 52 31 (\"pAR1\") instead of PAR1",
        EXPORT_AGAIN);
  }

  @Test
  void a_footer_longer_than_the_file_is_damaged() throws IOException {
    byte[] bytes = export();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 8, bytes.length - 11);
    assertBad(
        write(bytes),
        "the footer is damaged: it claims a length of %d bytes in a file of %d bytes"
            .formatted(bytes.length - 11, bytes.length),
        EXPORT_AGAIN);
  }

  @Test
  void a_footer_of_negative_length_is_damaged() throws IOException {
    byte[] bytes = export();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 8, -1);
    assertBad(
        write(bytes),
        "the footer is damaged: it claims a length of 4294967295 bytes in a file of %d bytes".formatted(bytes.length),
        EXPORT_AGAIN);
  }

  @Test
  void a_footer_that_is_no_footer_is_damaged() throws IOException {
    byte[] bytes = export();
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    Arrays.fill(bytes, bytes.length - 8 - length, bytes.length - 8, (byte) 0xff);
    Verdict verdict = inspector.inspect(write(bytes));
    assertThat(((Verdict.Bad) verdict).reason()).startsWith("the footer is damaged: it cannot be decoded (");
  }

  @Test
  void a_footer_that_claims_endless_lists_takes_no_memory() throws IOException {
    // version 1; then field 2, the schema, a list of 2147483647 structs
    byte[] footer = {0x15, 0x02, 0x19, (byte) 0xfc, -1, -1, -1, -1, 0x07};
    ByteBuffer file = ByteBuffer.allocate(4 + footer.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    file.put("PAR1".getBytes(StandardCharsets.US_ASCII)).put(footer).putInt(footer.length);
    file.put("PAR1".getBytes(StandardCharsets.US_ASCII));
    Verdict verdict = inspector.inspect(write(file.array()));
    assertThat(((Verdict.Bad) verdict).reason()).startsWith("the footer is damaged: it cannot be decoded (");
  }

  @Test
  void an_encrypted_file_is_named() throws IOException {
    byte[] bytes = export();
    bytes[bytes.length - 1] = 'E';
    assertBad(write(bytes), "it is an encrypted Parquet file, which noetl cannot read", "decrypt it first");
  }

  private byte[] export() throws IOException {
    Path file = folder.resolve("export.parquet");
    writeExport(file, rows(300));
    return Files.readAllBytes(file);
  }

  private Path write(String text) {
    return write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path write(byte[] bytes) {
    try {
      return Files.write(folder.resolve("data.parquet"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void assertBad(Path file, String reason, String remedy) {
    assertThat(inspector.inspect(file)).isEqualTo(new Verdict.Bad(reason, remedy));
  }
}
