package io.noetl.testkit.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link ExportInspector} does: it finds what is wrong with a file, and never throws. */
public abstract class ExportInspectorContract {

  @TempDir protected Path folder;

  /** The inspector under test. */
  protected abstract ExportInspector inspector();

  /** Writes a file that is to prove good, of execution {@code e-1} and playbook {@code weather} with 300 rows. */
  protected abstract void writeExport(Path file);

  @Test
  public void a_whole_export_is_proven() throws IOException {
    Path file = export();
    assertThat(inspector().inspect(file)).isEqualTo(new Verdict.Proven("e-1", "weather", 300, Files.size(file)));
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

  private Path export() {
    Path file = folder.resolve("data.parquet");
    writeExport(file);
    return file;
  }

  private void assertBad(Path file) {
    Verdict verdict = inspector().inspect(file);
    assertThat(verdict).isInstanceOf(Verdict.Bad.class);
    assertThat(((Verdict.Bad) verdict).reason()).isNotBlank();
    assertThat(((Verdict.Bad) verdict).remedy()).isNotBlank();
  }
}
