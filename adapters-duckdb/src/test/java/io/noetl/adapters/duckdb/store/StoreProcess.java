package io.noetl.adapters.duckdb.store;

import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value;
import io.noetl.testkit.store.SampleEvents;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A second process that has a store open, for tests to stand in the way of or to kill. */
final class StoreProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;
  private String last = "";

  private StoreProcess(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /**
   * Starts the process; its first line is {@code open}.
   *
   * @param job {@code hold} to wait until killed, {@code write} to append events for ever, writing the number of those
   *     that are committed in a line of their own
   */
  static StoreProcess start(Path store, String job) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new StoreProcess(
        new ProcessBuilder(
                java.toString(), "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), StoreProcess.class.getName(), store.toString(), job)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  long id() {
    return process.pid();
  }

  /** The next line that it writes. */
  String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the other process ended early");
    }
    last = line;
    return line;
  }

  /** Ends it with SIGKILL, and returns the last line it has written; the process itself would close its output. */
  String kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      last = line;
    }
    return last;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) throws IOException {
    try (DuckDbEventStore store = DuckDbEventStore.open(Path.of(arguments[0]))) {
      System.out.println("open");
      if (arguments[1].equals("hold")) {
        System.in.read();
      } else {
        write(store);
      }
    }
  }

  private static void write(DuckDbEventStore store) {
    SampleEvents events = new SampleEvents("e1");
    for (int i = 0; ; i++) {
      store.append(
          events.of(EventType.STEP_RESULT).status(Status.SUCCESS).output(Value.of("value " + i)).add());
      if (i % 100 == 99) {
        store.commit();
        System.out.println(i + 1);
      }
    }
  }
}
