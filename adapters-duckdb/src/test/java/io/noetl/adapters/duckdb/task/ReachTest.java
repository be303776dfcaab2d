package io.noetl.adapters.duckdb.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a task may touch: {@code <in>} in SQL stands for the working folder, {@code <out>} for one beside it. */
class ReachTest {

  private static final String ALLOW =
      "; a task reaches only files below the working folder unless it has external_access: true";

  @TempDir private Path home;
  private Path inside;
  private Path outside;

  @BeforeEach
  void createFolders() throws IOException {
    inside = Files.createDirectories(home.resolve("it's a \"work\" folder"));
    outside = Files.createDirectories(home.resolve("outside"));
    Files.writeString(inside.resolve("in.csv"), "a,b\n1,2\n");
    Files.writeString(outside.resolve("out.csv"), "secret\n42\n");
    Files.createSymbolicLink(inside.resolve("folder_link"), outside);
    Files.createSymbolicLink(inside.resolve("file_link.csv"), outside.resolve("out.csv"));
  }

  @Test
  void files_below_the_working_folder_are_read_and_written() throws InterruptedException {
    assertThat(value("COPY (FROM '<in>/in.csv') TO '<in>/copy.parquet'; SELECT a + b FROM '<in>/copy.parquet'")).isEqualTo("3");
    assertThat(value("SELECT count(*) FROM glob('<in>/*.csv')")).isEqualTo("2");
    assertThat(value("ATTACH '<in>/other.duckdb' AS other; CREATE TABLE other.t AS SELECT 7 AS i; FROM other.t")).isEqualTo("7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM '<out>/out.csv'",
        "FROM '<in>/../outside/out.csv'",
        "FROM '<in>/folder_link/out.csv'",
        "FROM '<in>/file_link.csv'",
        "FROM read_text('/etc/passwd')",
        "FROM read_text('file:///etc/passwd')",
        "FROM read_text('/proc/self/environ')",
        "FROM read_csv('/et' || 'c/passwd')",
        "FROM glob('<out>/*')",
        "FROM sniff_csv('<out>/out.csv')",
        "FROM parquet_metadata('<out>/out.csv')",
        "COPY (SELECT 1) TO '<out>/new.csv'",
        "COPY (SELECT 1) TO '<in>/folder_link/new.csv'",
        "COPY (SELECT 1) TO '/dev/stdout'",
        "EXPORT DATABASE '<out>/export'",
        "IMPORT DATABASE '<out>'",
        "ATTACH '<out>/new.duckdb'",
        "ATTACH '<in>/../outside/new.duckdb' AS x",
        "INSTALL httpfs",
      })
  void files_outside_are_refused(String sql) throws InterruptedException, IOException {
    assertThat(error(sql)).startsWith("command_0: Permission Error: Cannot access ").endsWith(ALLOW);
    assertThat(Files.list(outside)).containsExactly(outside.resolve("out.csv"));
  }

  @Test
  void a_file_outside_is_refused_in_words_that_help() throws InterruptedException {
    assertThat(error("FROM '/etc/passwd.csv'")).isEqualTo("command_0: Permission Error: Cannot access file \"/etc/passwd.csv\"" + ALLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET enable_external_access = true",
        "SET lock_configuration = false",
        "RESET lock_configuration",
        "SET GLOBAL allowed_directories = ['/']",
        "SET temp_directory = '/'",
        "PRAGMA temp_directory = '/'",
        "PRAGMA profile_output = '/tmp/x'",
        "SET TimeZone = 'Europe/Zurich'",
      })
  void settings_cannot_be_changed(String sql) throws InterruptedException {
    assertThat(error(sql))
        .startsWith("command_0: Invalid Input Error: Cannot change configuration option \"")
        .endsWith(
            "\" - the configuration has been locked; settings can be changed in a task that has external_access: true");
  }

  @Test
  void there_is_no_way_to_extensions_the_network_secrets_or_the_environment() throws InterruptedException {
    assertThat(error("LOAD httpfs"))
        .isEqualTo("command_0: Permission Error: Loading external extensions is disabled through configuration" + ALLOW);
    assertThat(error("FROM read_json('https://example.org/x')"))
        .isEqualTo("command_0: Permission Error: Cannot access file \"https://example.org/x\"" + ALLOW);
    assertThat(error("CREATE PERSISTENT SECRET s (TYPE http)"))
        .startsWith("command_0: Invalid Input Error: Persistent secrets are disabled.");
    assertThat(error("SELECT getenv('HOME')"))
        .startsWith("command_0: Catalog Error: Scalar Function with name getenv does not exist!");
  }

  @Test
  void external_access_opens_files_and_settings() throws InterruptedException {
    String external = "{\"external_access\": true, \"database\": \"../outside/wide.duckdb\"}";

    assertThat(duck().value(Duck.call(in("SET threads = 1; SELECT secret FROM '<out>/out.csv'"), external))).isEqualTo("42");
    assertThat(outside.resolve("wide.duckdb")).exists();
  }

  @Test
  void what_an_extension_is_missing_for_is_told_with_the_way_to_it() throws InterruptedException {
    assertThat(duck().error(Duck.call("FROM read_json('https://example.org/x')", "{\"external_access\": true}")))
        .isEqualTo(
            "command_0: Missing Extension Error: File https://example.org/x requires the extension httpfs to be loaded;"
                + " it takes INSTALL and LOAD httpfs in a task that has external_access: true");
  }

  @Test
  void a_database_outside_is_refused() throws InterruptedException, IOException {
    Files.createSymbolicLink(inside.resolve("nowhere.duckdb"), outside.resolve("missing.duckdb"));

    assertThat(databaseError("../outside/x.duckdb"))
        .isEqualTo(
            "duckdb task 'load': database '../outside/x.duckdb' lies outside of the working folder;"
                + " set external_access: true to allow it");
    assertThat(databaseError("folder_link/x.duckdb"))
        .isEqualTo(
            "duckdb task 'load': database 'folder_link/x.duckdb' lies outside of the working folder;"
                + " set external_access: true to allow it");
    assertThat(databaseError("nowhere.duckdb")).isEqualTo("duckdb task 'load': database 'nowhere.duckdb' is a link to nothing");
    assertThat(databaseError(".")).isEqualTo("duckdb task 'load': database '.' is a folder, not a file");
    assertThat(databaseError("a;b.duckdb"))
        .isEqualTo("duckdb task 'load': database 'a;b.duckdb' cannot be opened: a path with a semicolon is not allowed");
    assertThat(databaseError("in.csv")).isEqualTo("duckdb task 'load': database 'in.csv' is not a DuckDB file");
  }

  @Test
  void the_folders_of_a_database_are_made() throws InterruptedException {
    assertThat(duck().value(Duck.call("SELECT 1", "{\"database\": \"a/b/c.duckdb\"}"))).isEqualTo("1");
    assertThat(inside.resolve("a/b/c.duckdb")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATTACH '<in>/data/noetl.duckdb' AS s",
        "ATTACH '<in>/data/../data/noetl.duckdb' AS s (READ_ONLY)",
        "FROM '<in>/data/noetl.duckdb'",
        "SELECT size FROM read_blob('file:<in>/data/noetl.duckdb')",
        "SELECT size FROM read_blob($$<in>/data/hard_link.duckdb$$)",
        "FROM \"<in>/data/noetl.duckdb\"",
      })
  void the_event_store_is_refused_where_the_sql_names_it(String sql) throws Exception {
    try (Connection store = store()) {
      assertThat(besideStore().error(in(sql)))
          .endsWith(
              "is the run's own event store, which is open for this run and cannot be used by a task:"
                  + " take another file, or ask it after the run with noetl query");
      assertThat(store.isClosed()).isFalse();
    }
  }

  @Test
  void the_event_store_is_refused_where_the_sql_computes_its_name() throws Exception {
    try (Connection store = store()) {
      assertThat(besideStore().error(in("PREPARE p AS SELECT 1; FROM read_duckdb('<in>/data/noetl' || '.duckdb', table_name = 't')")))
          .startsWith("command_1: Binder Error: Unique file handle conflict:")
          .endsWith("a file can be attached once at a time in a process, the event store not at all");
      assertThat(store.isClosed()).isFalse();
    }
  }

  @Test
  void the_event_store_is_no_database_for_a_task() throws Exception {
    try (Connection store = store()) {
      assertThat(besideStore().error(Duck.call("SELECT 1", "{\"database\": \"data/hard_link.duckdb\", \"external_access\": true}")))
          .isEqualTo(
              "duckdb task 'load': database 'data/hard_link.duckdb' is the run's own event store, which is open for this run"
                  + " and cannot be used by a task: take another file, or ask it after the run with noetl query");
      assertThat(store.isClosed()).isFalse();
    }
  }

  private Connection store() throws IOException, SQLException {
    Path file = Files.createDirectories(inside.resolve("data")).resolve("noetl.duckdb");
    Connection store = DuckDbConnections.write(file, Map.of());
    Files.createLink(inside.resolve("data/hard_link.duckdb"), file);
    return store;
  }

  private Duck besideStore() {
    return Duck.in(inside, inside.resolve("data/noetl.duckdb"));
  }

  private Duck duck() {
    return Duck.in(inside);
  }

  private String value(String sql) throws InterruptedException {
    return duck().value(in(sql));
  }

  private String error(String sql) throws InterruptedException {
    return duck().error(in(sql));
  }

  private String databaseError(String path) throws InterruptedException {
    return duck().error(Duck.call("SELECT 1", "{\"database\": \"" + path + "\"}"));
  }

  private String in(String sql) {
    boolean single = !sql.contains("$$") && !sql.contains("\"");
    String path = inside.toString();
    String quoted = single ? path.replace("'", "''") : sql.contains("\"") ? path.replace("\"", "\"\"") : path;
    return sql.replace("<in>", quoted).replace("<out>", outside.toString());
  }
}
