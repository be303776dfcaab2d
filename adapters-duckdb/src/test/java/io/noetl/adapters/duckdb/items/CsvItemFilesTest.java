package io.noetl.adapters.duckdb.items;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemFiles;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import io.noetl.testkit.item.ItemFilesContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvItemFilesTest extends ItemFilesContract {

  @Override
  protected ItemFiles files() {
    return new DuckDbItemFiles();
  }

  @Override
  protected FileFormat format() {
    return FileFormat.CSV;
  }

  @Override
  protected Path write(Path file, List<MapValue> rows) throws IOException {
    StringBuilder text = new StringBuilder("n,name\n");
    for (MapValue row : rows) {
      String name = row.valueOf("name") instanceof TextValue value ? "\"" + value.value().replace("\"", "\"\"") + "\"" : "";
      text.append(((IntValue) row.valueOf("n")).value()).append(',').append(name).append('\n');
    }
    return Files.writeString(file, text);
  }

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("items.csv"), text);
  }

  private void assertBroken(String text, String message) throws IOException {
    Path file = text(text);
    assertThatThrownBy(() -> items(file)).isInstanceOf(ItemFileException.class).hasMessage(message);
  }

  @Test
  void a_column_is_of_numbers_or_booleans_if_all_of_it_is() throws Exception {
    assertThat(items(text("i,f,b,mixed,day\n1,1.5,true,7,2024-01-02\n-2,2,false,x,2024-01-03\n,,,,\n")))
        .containsExactly(
            "{\"i\":1,\"f\":1.5,\"b\":true,\"mixed\":\"7\",\"day\":\"2024-01-02\"}",
            "{\"i\":-2,\"f\":2.0,\"b\":false,\"mixed\":\"x\",\"day\":\"2024-01-03\"}",
            "{\"i\":null,\"f\":null,\"b\":null,\"mixed\":null,\"day\":null}");
  }

  @Test
  void leading_zeros_and_signs_of_comments_are_kept() throws Exception {
    assertThat(items(text("zip,n\n01234,#1\n98765,2\n")))
        .containsExactly("{\"zip\":\"01234\",\"n\":\"#1\"}", "{\"zip\":\"98765\",\"n\":\"2\"}");
  }

  @Test
  void the_type_of_a_column_is_that_of_its_last_field_too() throws Exception {
    assertThat(items(text("n\n" + "1\n".repeat(50_000) + "x\n"))).startsWith("{\"n\":\"1\"}").endsWith("{\"n\":\"x\"}");
  }

  @Test
  void other_delimiters_are_not_guessed() throws Exception {
    assertThat(items(text("a;b\n1;2\n"))).containsExactly("{\"a;b\":\"1;2\"}");
  }

  @Test
  void a_line_that_does_not_match_the_column_names_is_named() throws IOException {
    assertBroken("a,b\n1,2\n1,2,3\n", "line 3 has 3 fields, the line of column names 2");
    assertBroken("a,b\n1\n", "line 2 has 1 fields, the line of column names 2");
  }

  @Test
  void a_line_break_inside_of_quotes_begins_no_line() throws IOException {
    assertBroken("\"a,\nb\",b\n1,2\n1\n", "line 3 has 1 fields, the line of column names 2");
  }

  @Test
  void a_quote_that_is_not_closed_is_named() throws IOException {
    assertBroken("a,b\n1,\"2\n", "line 2 has a quote that is not closed");
  }

  @Test
  void a_file_that_is_no_utf_8_is_refused() throws IOException {
    Path file = Files.write(folder.resolve("latin.csv"), "a,b\n1,\u00e9\n".getBytes(ISO_8859_1));

    assertThatThrownBy(() -> items(file)).hasMessage("line 2 is no UTF-8; save the file as UTF-8");
  }

  @Test
  void an_empty_file_has_no_items() throws Exception {
    assertThat(items(text(""))).isEmpty();
  }
}
