package io.noetl.adapters.duckdb.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.domain.task.TaskOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TaskDatabasesTest {

  @TempDir private Path folder;
  private Duck duck;

  @BeforeEach
  void createRunner() {
    duck = Duck.in(folder);
  }

  @Test
  void tasks_on_one_file_run_at_the_same_time_and_see_what_is_committed() throws Exception {
    duck.data(Duck.call("CREATE TABLE t (i INTEGER)", "{\"database\": \"work.duckdb\"}"));

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String sql = "INSERT INTO t VALUES (" + i + "); SELECT count(*) > 0 FROM t WHERE i = " + i;
        answers.add(threads.submit(() -> duck.value(Duck.call(sql, "{\"database\": \"work.duckdb\"}"))));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("true");
      }
    }
    assertThat(duck.value(Duck.call("SELECT sum(i) FROM t", "{\"database\": \"./work.duckdb\"}"))).isEqualTo("780");
  }

  @Test
  void a_file_is_closed_as_soon_as_no_task_uses_it() throws Exception {
    duck.data(Duck.call("CREATE TABLE t AS SELECT 1 AS i", "{\"database\": \"work.duckdb\"}"));

    assertThat(folder.resolve("work.duckdb.wal")).doesNotExist();
    try (OtherProcess other = new OtherProcess(folder.resolve("work.duckdb"))) {
      assertThat(other.line()).isEqualTo("open");
    }
  }

  @Test
  void a_file_that_another_process_has_open_is_an_error_that_says_so() throws Exception {
    try (OtherProcess other = new OtherProcess(folder.resolve("work.duckdb"))) {
      assertThat(other.line()).isEqualTo("open");

      assertThat(duck.error(Duck.call("SELECT 1", "{\"database\": \"work.duckdb\"}")))
          .startsWith("duckdb task 'load': database 'work.duckdb' is in use by process " + other.id() + " (")
          .endsWith("): wait until that ends");
    }
  }

  @Test
  void a_task_that_may_reach_more_waits_for_those_that_use_the_file() throws Exception {
    TaskDatabases databases = new TaskDatabases(new Reach(folder, null));
    Path file = folder.toRealPath().resolve("work.duckdb");
    TaskDatabases.Lease first = databases.open(file, false);
    FutureTask<TaskDatabases.Lease> second = new FutureTask<>(() -> databases.open(file, true));
    Thread thread = Thread.ofPlatform().daemon().start(second);
    awaitWaiting(thread);
    execute(first, "CREATE TABLE t AS SELECT 1 AS i");
    assertThatThrownBy(() -> execute(first, "SET threads = 1")).hasMessageContaining("the configuration has been locked");

    first.close();

    try (TaskDatabases.Lease lease = second.get()) {
      execute(lease, "SET threads = 1");
      execute(lease, "FROM t");
    }
  }

  @Test
  void an_interrupt_ends_the_wait_for_a_file() throws Exception {
    TaskDatabases databases = new TaskDatabases(new Reach(folder, null));
    Path file = folder.toRealPath().resolve("work.duckdb");
    FutureTask<TaskDatabases.Lease> second = new FutureTask<>(() -> databases.open(file, true));
    try (TaskDatabases.Lease first = databases.open(file, false)) {
      Thread thread = Thread.ofPlatform().daemon().start(second);
      awaitWaiting(thread);

      thread.interrupt();

      assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(InterruptedException.class);
      execute(first, "SELECT 1");
    }
  }

  @Test
  void a_cancelled_task_leaves_its_file_to_others() throws Exception {
    String endless = "CREATE TABLE t (i INTEGER); BEGIN; INSERT INTO t SELECT a.range FROM range(10000000) a, range(10000000) b";
    FutureTask<TaskOutcome> call =
        new FutureTask<>(() -> duck.runner().run(Duck.call(endless, "{\"database\": \"work.duckdb\"}")));
    Thread thread = Thread.ofPlatform().start(call);
    while (!Files.exists(folder.resolve("work.duckdb"))) {
      Thread.onSpinWait();
    }

    thread.interrupt();

    assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
    assertThat(duck.value(Duck.call("CREATE TABLE IF NOT EXISTS t (i INTEGER); SELECT count(*) FROM t", "{\"database\": \"work.duckdb\"}")))
        .isEqualTo("0");
  }

  @Test
  void a_result_beyond_memory_spills_to_a_folder_that_is_gone_afterwards() throws Exception {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));

    assertThat(
            duck.value(
                "SELECT count(*) FROM (SELECT md5(range::VARCHAR) || repeat('x', 300) AS s FROM range(4000000) ORDER BY s)"))
        .isEqualTo("4000000");
    try (var files = Files.list(temporary)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith("noetl-duckdb-" + ProcessHandle.current().pid() + "-"));
    }
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void execute(TaskDatabases.Lease lease, String sql) throws SQLException {
    try (Statement statement = lease.connection().createStatement()) {
      statement.execute(sql);
    }
  }

  /** Another process that has a database open until it is closed here. */
  private static final class OtherProcess implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    OtherProcess(Path file) throws IOException {
      Path java = Path.of(System.getProperty("java.home"), "bin", "java");
      process =
          new ProcessBuilder(
                  java.toString(), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                  System.getProperty("java.class.path"), DatabaseHolder.class.getName(), file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      output = process.inputReader(StandardCharsets.UTF_8);
    }

    String line() throws IOException {
      return output.readLine();
    }

    long id() {
      return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
