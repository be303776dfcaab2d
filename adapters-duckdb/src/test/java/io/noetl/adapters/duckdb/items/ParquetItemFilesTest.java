package io.noetl.adapters.duckdb.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParquetItemFilesTest extends ItemFilesContract {

  @Override
  protected ItemFiles files() {
    return new DuckDbItemFiles();
  }

  @Override
  protected FileFormat format() {
    return FileFormat.PARQUET;
  }

  @Override
  protected Path write(Path file, List<MapValue> rows) throws SQLException {
    try (Connection connection = DuckDbConnections.inMemory(Map.of());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t (n INTEGER, name VARCHAR)");
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?)")) {
        for (MapValue row : rows) {
          insert.setLong(1, ((IntValue) row.valueOf("n")).value());
          insert.setString(2, row.valueOf("name") instanceof TextValue text ? text.value() : null);
          insert.executeUpdate();
        }
      }
      statement.execute("COPY t TO '" + file.toString().replace("'", "''") + "' (FORMAT parquet)");
    }
    return file;
  }

  private Path query(String sql) throws SQLException {
    Path file = folder.resolve("items.parquet");
    try (Connection connection = DuckDbConnections.inMemory(Map.of());
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (" + sql + ") TO '" + file + "' (FORMAT parquet)");
    }
    return file;
  }

  @Test
  void values_keep_their_kinds() throws Exception {
    Path file =
        query(
            "SELECT 9007199254740993 AS i, 1.5::DOUBLE AS f, DATE '2024-01-02' AS d,"
                + " TIMESTAMP '2024-01-02 03:04:05' AS t, [1, NULL] AS l, {'a': {'b': 'c'}} AS s, 'x'::BLOB AS b");

    assertThat(items(file))
        .containsExactly(
            "{\"i\":9007199254740993,\"f\":1.5,\"d\":\"2024-01-02\",\"t\":\"2024-01-02T03:04:05\",\"l\":[1,null],"
                + "\"s\":{\"a\":{\"b\":\"c\"}},\"b\":\"eA==\"}");
  }

  @Test
  void a_value_that_is_no_json_is_named_with_its_row() throws SQLException {
    Path file = query("SELECT * FROM (VALUES (1.5::DOUBLE), ('nan'::DOUBLE)) v (x)");

    assertThatThrownBy(() -> items(file))
        .isInstanceOf(ItemFileException.class)
        .hasMessage("column 'x' of row 2 is nan, which is no JSON number");
  }

  @Test
  void a_file_that_is_no_parquet_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.parquet"), "id,name\n1,one\n2,two\n");

    assertThatThrownBy(() -> items(file))
        .isInstanceOf(ItemFileException.class)
        .hasMessage("No magic bytes found at end of file '" + file + "'");
  }
}
