package io.noetl.benchmarks.damage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What plain DuckDB makes of a file; a process that a file brings down, or hangs, is replaced. */
final class DuckDbWitness implements AutoCloseable {

  private static final int SECONDS = 60;

  private Process process;
  private Writer paths;
  private BufferedReader answers;

  DuckDbWitness() throws IOException {
    process = start();
    paths = process.outputWriter();
    answers = process.inputReader();
  }

  /** A hash over every value in its place; a line that begins with {@code error}, {@code crash} or {@code hang} if there is none. */
  String read(Path file) throws IOException, InterruptedException {
    try {
      paths.write(file + "\n");
      paths.flush();
      String answer = CompletableFuture.supplyAsync(this::nextAnswer).get(SECONDS, TimeUnit.SECONDS);
      return answer.isEmpty() ? replaced("crash") : answer;
    } catch (TimeoutException e) {
      return replaced("hang");
    } catch (IOException | ExecutionException e) {
      return replaced("crash");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private String nextAnswer() {
    try {
      String answer = answers.readLine();
      return answer == null ? "" : answer;
    } catch (IOException e) {
      return "";
    }
  }

  private String replaced(String because) throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    process = start();
    paths = process.outputWriter();
    answers = process.inputReader();
    return because;
  }

  /** With the class path and the native libraries of this process; a crash leaves no report behind. */
  private static Process start() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-XX:ErrorFile=/dev/null",
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.library.path=" + System.getProperty("java.library.path"),
            "-cp",
            System.getProperty("java.class.path"),
            DuckDbReadings.class.getName());
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
