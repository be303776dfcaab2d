package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.endtoend.EventLog.Row;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, on the program in a process of its own while a python task runs. */
class InterruptTest {

  private static final String PLAYBOOK =
      """
      workflow:
        - step: start
          next: [end, wait, never]
        - step: wait
          type: python
          code: |
            import socket, time
            def main(port):
                connection = socket.create_connection(("127.0.0.1", port))
                time.sleep(600)
        - step: never
        - step: end
      """;

  @TempDir private Path folder;

  @Test
  void an_interrupted_run_ends_its_task_closes_its_record_and_exports_it() throws Exception {
    Path playbook = Files.writeString(folder.resolve("waiting.yaml"), PLAYBOOK);
    Path store = folder.resolve("noetl.duckdb");
    Path export = folder.resolve("export.parquet");
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ChildProcess noetl =
            new ChildProcess(
                folder,
                "io.noetl.bootstrap.Main",
                "run",
                playbook,
                "--duckdb",
                store,
                "--export",
                export,
                "--set",
                "port=" + door.getLocalPort());
        Socket task = accept(door)) {
      noetl.interrupt();
      assertThat(task.getInputStream().read()).as("the task's process is gone, and its connection with it").isEqualTo(-1);
      Noetl.Outcome outcome = noetl.end();

      assertThat(outcome.status()).isEqualTo(130);
      assertThat(outcome.text("status")).isEqualTo("cancelled");
      assertThat(outcome.json("steps")).isEqualTo("{\"start\":null,\"wait\":null}");
      assertThat(outcome.err().lines())
          .contains("interrupted: ending the running task and keeping what was recorded");
    }
    checkRecord(EventLog.ofStore(store), export);
  }

  private static Socket accept(ServerSocket door) throws IOException {
    door.setSoTimeout(60_000);
    Socket socket = door.accept();
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void checkRecord(List<Row> log, Path export) {
    assertThat(log.stream().map(row -> row.line() + " " + row.status()).toList())
        .containsExactly(
            "execution_start waiting in_progress",
            "step_start start in_progress",
            "step_result start success",
            "step_transition start->end success",
            "step_transition start->wait success",
            "step_start wait in_progress",
            "task_start wait/wait in_progress",
            "task_error wait/wait error",
            "step_result wait error",
            "execution_complete waiting cancelled");
    EventTree.check(log);
    assertThat(EventLog.ofExport(export)).isEqualTo(log);
    assertThat(Noetl.run("verify", export).status()).isZero();
  }
}
