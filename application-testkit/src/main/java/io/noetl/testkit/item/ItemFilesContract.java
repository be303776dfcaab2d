package io.noetl.testkit.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.ItemFileException;
import io.noetl.application.port.ItemCursor;
import io.noetl.application.port.ItemFiles;
import io.noetl.domain.playbook.LoopItems.FileFormat;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link ItemFiles} must do with files of maps. */
public abstract class ItemFilesContract {

  @TempDir protected Path folder;

  /** The files under test. */
  protected abstract ItemFiles files();

  /** The format that the files under test are read in. */
  protected abstract FileFormat format();

  /** Writes a file of rows, each of an integer {@code n} and a text or null {@code name}. */
  protected abstract Path write(Path file, List<MapValue> rows) throws Exception;

  private static MapValue row(int n, Value name) {
    Map<String, Value> row = new LinkedHashMap<>();
    row.put("n", Value.of(n));
    row.put("name", name);
    return Value.of(row);
  }

  /** All items of a file as JSON. */
  protected final List<String> items(Path file) throws ItemFileException {
    List<String> items = new ArrayList<>();
    try (ItemCursor cursor = files().open(file, format())) {
      for (Optional<Value> item = cursor.next(); item.isPresent(); item = cursor.next()) {
        items.add(JsonWriter.write(item.get()));
      }
    }
    return items;
  }

  @Test
  void rows_are_maps_in_their_order() throws Exception {
    Path file = write(folder.resolve("a [1]*;'.txt"), List.of(row(2, Value.of("a, \"b\"\né")), row(1, Value.NULL)));

    assertThat(items(file)).containsExactly("{\"n\":2,\"name\":\"a, \\\"b\\\"\\né\"}", "{\"n\":1,\"name\":null}");
  }

  @Test
  void many_rows_keep_their_order() throws Exception {
    Path file = write(folder.resolve("many"), IntStream.range(0, 5_000).mapToObj(n -> row(n, Value.of("x" + n))).toList());

    assertThat(items(file))
        .containsExactlyElementsOf(
            IntStream.range(0, 5_000).mapToObj(n -> "{\"n\":" + n + ",\"name\":\"x" + n + "\"}").toList());
  }

  @Test
  void a_file_without_rows_has_no_items_however_often_one_is_asked_for() throws Exception {
    Path file = write(folder.resolve("none"), List.of());

    try (ItemCursor cursor = files().open(file, format())) {
      assertThat(cursor.next()).isEmpty();
      assertThat(cursor.next()).isEmpty();
    }
  }

  @Test
  void each_cursor_is_at_a_place_of_its_own() throws Exception {
    Path file = write(folder.resolve("two"), List.of(row(1, Value.NULL), row(2, Value.of("b"))));

    try (ItemCursor one = files().open(file, format()); ItemCursor other = files().open(file, format())) {
      assertThat(one.next()).contains(row(1, Value.NULL));
      assertThat(other.next()).contains(row(1, Value.NULL));
      assertThat(one.next()).contains(row(2, Value.of("b")));
    }
  }

  @Test
  void a_cursor_may_be_closed_at_any_time_and_twice() throws Exception {
    Path file = write(folder.resolve("closed"), List.of(row(1, Value.NULL), row(2, Value.of("b"))));
    ItemCursor cursor = files().open(file, format());
    cursor.next();

    cursor.close();
    cursor.close();

    assertThat(items(file)).hasSize(2);
  }

  @Test
  void a_missing_file_is_refused() {
    assertThatThrownBy(() -> files().open(folder.resolve("missing"), format()))
        .isInstanceOf(ItemFileException.class)
        .hasMessage("there is no such file; a path is relative to the working folder");
  }

  @Test
  void a_folder_is_refused() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("folder"));

    assertThatThrownBy(() -> files().open(inside, format()))
        .isInstanceOf(ItemFileException.class)
        .hasMessage("it is a folder, not a file");
  }
}
