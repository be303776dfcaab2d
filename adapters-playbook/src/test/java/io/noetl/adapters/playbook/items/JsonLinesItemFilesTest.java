package io.noetl.adapters.playbook.items;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemCursor;
import io.noetl.application.port.ItemFiles;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.testkit.item.ItemFilesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class JsonLinesItemFilesTest extends ItemFilesContract {

  @Override
  protected ItemFiles files() {
    return new JsonLinesItemFiles();
  }

  @Override
  protected FileFormat format() {
    return FileFormat.JSONL;
  }

  @Override
  protected Path write(Path file, List<MapValue> rows) throws IOException {
    return Files.writeString(file, rows.stream().map(row -> JsonWriter.write(row) + "\n").collect(Collectors.joining()));
  }

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("items.jsonl"), text);
  }

  private void assertBroken(Path file, String message) {
    assertThatThrownBy(() -> items(file)).isInstanceOf(ItemFileException.class).hasMessage(message);
  }

  @Test
  void a_line_may_hold_any_value_exactly() throws Exception {
    Path file = text("123456789012345678901234567890\n\"é\"\nnull\n[1, 2.50]\n{\"b\": 1, \"a\": {}}\ntrue");

    assertThat(items(file))
        .containsExactly("123456789012345678901234567890", "\"é\"", "null", "[1,2.5]", "{\"b\":1,\"a\":{}}", "true");
  }

  @Test
  void blank_lines_carriage_returns_and_a_byte_order_mark_are_no_values() throws Exception {
    assertThat(items(text("\uFEFF\r\n\n  \t\n1\r\n\n2\r\n\n"))).containsExactly("1", "2");
    assertThat(items(text("\uFEFF1\n2"))).containsExactly("1", "2");
  }

  @Test
  void a_line_longer_than_the_buffer_is_read_whole() throws Exception {
    String text = "x".repeat(200_000);

    assertThat(items(text("1\n\"" + text + "\"\n2\n"))).containsExactly("1", "\"" + text + "\"", "2");
  }

  @Test
  void a_line_that_is_no_json_is_named_with_its_column() throws IOException {
    assertBroken(text("1\n\n{\"a\": tru}\n"), "line 3, column 7 is no JSON: unexpected 't'");
    assertBroken(text("[1,\n2]\n"), "line 1, column 4 is no JSON: unexpected end of the text");
    assertBroken(text("1\n2\n\uFEFF3\n"), "line 3, column 1 is no JSON: unexpected '\uFEFF'");
  }

  @Test
  void the_items_before_a_broken_line_are_read() throws Exception {
    try (ItemCursor cursor = files().open(text("1\nx\n"), FileFormat.JSONL)) {
      assertThat(cursor.next()).contains(Value.of(1));
      assertThatThrownBy(cursor::next).hasMessage("line 2, column 1 is no JSON: unexpected 'x'");
    }
  }

  @Test
  void bytes_that_are_no_utf_8_are_named_with_their_line() throws IOException {
    Path file = Files.write(folder.resolve("latin.jsonl"), "\"a\"\n\"\u00e9t\u00e9\"\n".getBytes(ISO_8859_1));

    assertBroken(file, "line 2 holds the byte 0xE9, which is no UTF-8; save the file as UTF-8");
  }

  @Test
  void a_character_that_the_end_of_the_file_cuts_off_is_no_utf_8() throws IOException {
    Path file = Files.write(folder.resolve("cut.jsonl"), new byte[] {'1', '\n', '"', (byte) 0xC3});

    assertBroken(file, "line 2 holds the byte 0xC3, which is no UTF-8; save the file as UTF-8");
  }

  @Test
  void a_line_beyond_the_limit_is_refused() throws IOException {
    assertBroken(text("1\n\"" + "x".repeat(LineReader.MOST) + "\"\n"), "line 2 is longer than 16 MiB");
  }

  @Test
  void a_pipe_is_refused() {
    assertBroken(Path.of("/dev/null"), "it is a pipe or a device, not a file");
  }
}
