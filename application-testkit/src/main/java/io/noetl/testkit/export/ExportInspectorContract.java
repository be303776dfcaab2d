package io.noetl.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Claim;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ExportInspector} does: it finds what is wrong with a file, and never throws because of one. */
public abstract class ExportInspectorContract {

  private static final String SHA256 = "ab".repeat(32);

  @TempDir protected Path folder;

  /** The inspector under test. */
  protected abstract ExportInspector inspector();

  /**
   * Writes a file that is to prove good, of execution {@code e-1} and a playbook {@code weather} whose SHA-256 is {@code ab}
   * 32 times.
   */
  protected abstract void writeExport(Path file, List<EventRow> rows);

  @Test
  public void a_whole_export_is_proven() throws IOException {
    Path file = export();
    assertThat(inspector().inspect(file)).satisfies(Proofs.of("e-1", "weather", 300, Files.size(file)));
  }

  @Test
  public void files_of_equal_content_have_the_same_digest_of_it_and_others_another() {
    Path file = export();
    Path twin = folder.resolve("twin.parquet");
    Path other = folder.resolve("other.parquet");
    writeExport(twin, rows(300));
    writeExport(other, rows(299));
    assertThat(content(twin)).isEqualTo(content(file));
    assertThat(content(other)).isNotEqualTo(content(file));
  }

  @Test
  public void a_missing_file_is_bad() {
    assertBad(folder.resolve("data.parquet"));
  }

  @Test
  public void a_folder_is_bad() {
    assertBad(folder);
  }

  @Test
  public void an_empty_file_is_bad() throws IOException {
    assertBad(Files.createFile(folder.resolve("data.parquet")));
  }

  @Test
  public void another_kind_of_file_is_bad() throws IOException {
    assertBad(Files.writeString(folder.resolve("data.parquet"), "execution_id,event_id\n1,1\n"));
  }

  @Test
  public void half_a_file_is_bad() throws IOException {
    Path file = export();
    byte[] bytes = Files.readAllBytes(file);
    assertBad(Files.write(file, Arrays.copyOf(bytes, bytes.length / 2)));
  }

  @Test
  public void a_file_with_bytes_added_is_bad() throws IOException {
    Path file = export();
    byte[] bytes = Files.readAllBytes(file);
    assertBad(Files.write(file, Arrays.copyOf(bytes, bytes.length + 1)));
  }

  @Test
  public void a_changed_byte_in_the_middle_is_bad() throws IOException {
    Path file = export();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    assertBad(Files.write(file, bytes));
  }

  @Test
  public void an_export_claims_to_be_what_it_is() {
    assertThat(inspector().claim(export())).contains(new Claim("e-1", "weather", SHA256, 300));
  }

  @Test
  public void a_claim_is_no_proof() throws IOException {
    Path file = export();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(inspector().claim(file)).contains(new Claim("e-1", "weather", SHA256, 300));
    assertBad(file);
  }

  @Test
  public void what_is_no_export_claims_nothing() throws IOException {
    byte[] bytes = Files.readAllBytes(export());
    assertThat(inspector().claim(folder.resolve("missing.parquet"))).isEmpty();
    assertThat(inspector().claim(folder)).isEmpty();
    assertThat(inspector().claim(Files.createFile(folder.resolve("empty.parquet")))).isEmpty();
    assertThat(inspector().claim(Files.writeString(folder.resolve("text.parquet"), "id\n1\n"))).isEmpty();
    Path half = Files.write(folder.resolve("half.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(inspector().claim(half)).isEmpty();
  }

  @Test
  public void an_export_that_holds_what_the_store_has_is_proven() throws IOException {
    Path file = export();
    assertThat(inspector().inspect(file, store("e-1", rows(300))))
        .satisfies(Proofs.of("e-1", "weather", 300, Files.size(file)));
  }

  @Test
  public void an_export_of_another_store_is_bad() {
    assertBad(inspector().inspect(export(), store("e-2", rows(300))));
  }

  @Test
  public void an_export_of_an_execution_that_went_on_is_bad() {
    assertBad(inspector().inspect(export(), store("e-1", rows(301))));
  }

  @Test
  public void an_export_with_rows_that_the_store_has_not_is_bad() {
    assertBad(inspector().inspect(export(), store("e-1", rows(299))));
  }

  @Test
  public void an_export_with_any_value_other_than_the_store_has_is_bad() {
    Path file = export();
    for (EventColumn column : EventColumn.ALL) {
      List<EventRow> rows = new ArrayList<>(rows(300));
      Object other =
          switch (column.type()) {
            case TEXT, JSON -> "other";
            case LONG, INT, TIMESTAMP -> 1_000L;
            case DOUBLE -> 0.1;
          };
      rows.set(299, rows.get(299).with(column, other));
      assertBad(inspector().inspect(file, store("e-1", rows)));
    }
  }

  @Test
  public void a_damaged_export_is_bad_whatever_the_store_has() throws IOException {
    Path file = export();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertBad(inspector().inspect(file, store("e-1", rows(300))));
  }

  @Test
  public void a_store_that_fails_is_no_fault_of_the_file() {
    EventStore store = store("e-1", rows(300));
    store.close();
    assertThatThrownBy(() -> inspector().inspect(export(), store)).isInstanceOf(StoreException.class);
  }

  private Path export() {
    Path file = folder.resolve("data.parquet");
    writeExport(file, rows(300));
    return file;
  }

  /** Rows of execution {@code e-1}, every third without anything in the columns that may be null. */
  protected static List<EventRow> rows(int count) {
    return LongStream.range(0, count)
        .mapToObj(i -> i % 3 == 0 ? EventRow.bare("e-1", i) : EventRow.full("e-1", i))
        .toList();
  }

  private static EventStore store(String executionId, List<EventRow> rows) {
    return new StoredRows(executionId, SHA256, rows);
  }

  private String content(Path file) {
    return ((Verdict.Proven) inspector().inspect(file)).proof().content();
  }

  private void assertBad(Path file) {
    assertBad(inspector().inspect(file));
  }

  private static void assertBad(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Bad.class);
    assertThat(((Verdict.Bad) verdict).reason()).isNotBlank();
    assertThat(((Verdict.Bad) verdict).remedy()).isNotBlank();
  }
}
