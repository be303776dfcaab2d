package io.noetl.adapters.duckdb.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class NativeLibraryTest {

  @Test
  void the_unpacked_file_is_found_among_the_mappings() {
    List<String> mappings =
        List.of(
            "7f5c94a00000-7f5c94b00000 r--p 00000000 fe:00 1 /usr/lib/libc.so.6",
            "7f5c94c00000-7f5c94d34000 r--p 00000000 fe:00 2163278                    /tmp/libduckdb_java6585914033406231010.so",
            "7f5c94d34000-7f5c94d44000 rw-p 00000000 00:00 0 ");

    assertThat(NativeLibrary.unpacked(mappings, Path.of("/tmp")))
        .contains(Path.of("/tmp/libduckdb_java6585914033406231010.so"));
  }

  @Test
  void a_library_that_was_not_unpacked_is_left_alone() {
    List<String> mappings =
        List.of(
            "7f5c94c00000-7f5c94d34000 r--p 00000000 fe:00 1 /tmp/libduckdb_java.so_linux_amd64",
            "7f5c94c00000-7f5c94d34000 r--p 00000000 fe:00 1 /tmp/libduckdb_java.so",
            "7f5c94c00000-7f5c94d34000 r--p 00000000 fe:00 1 /opt/noetl/lib/libduckdb_java123.so");

    assertThat(NativeLibrary.unpacked(mappings, Path.of("/tmp"))).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_process_works_on_without_the_file_that_it_unpacked() throws SQLException, IOException {
    try (Connection connection = DuckDbConnections.inMemory(Map.of());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT sum(i) FROM range(1000) AS numbers(i)")) {
      row.next();

      assertThat(row.getLong(1)).isEqualTo(499_500);
    }
    List<String> mappings = Files.readAllLines(Path.of("/proc/self/maps"));
    assertThat(NativeLibrary.unpacked(mappings, Path.of(System.getProperty("java.io.tmpdir")))).isEmpty();
    assertThat(mappings).anyMatch(line -> line.contains("/libduckdb_java") && line.endsWith(".so (deleted)"));
  }
}
