package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A class of the tests' class path that runs in a Java of its own. Whatever happens, it is gone when this is closed. */
final class ChildProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  /** Lets Ctrl-C through, which a process that was started in the background may have been told to ignore. */
  private static final String HEEDING_INTERRUPTS =
      "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])";

  /** Takes from root what lets it pass over permissions (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH); others never had it. */
  private static final String OBEYING_PERMISSIONS =
      "import ctypes; libc = ctypes.CDLL(None); [libc.prctl(24, capability, 0, 0, 0) for capability in (1, 2)]; ";

  private final Process process;
  private final Path out;
  private final Path err;

  /**
   * Starts it.
   *
   * @param folder its working folder, where {@code out.txt} and {@code err.txt} keep what it writes
   */
  ChildProcess(Path folder, String mainClass, Object... arguments) throws IOException {
    this(HEEDING_INTERRUPTS, folder, mainClass, arguments);
  }

  private ChildProcess(String beginning, Path folder, String mainClass, Object... arguments) throws IOException {
    out = folder.resolve("out.txt");
    err = folder.resolve("err.txt");
    List<String> command = new ArrayList<>(List.of("python3", "-c", beginning));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            mainClass));
    List.of(arguments).forEach(argument -> command.add(argument.toString()));
    process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
  }

  /** Starts it so that permissions bind it, whoever runs the tests. */
  static ChildProcess obeyingPermissions(Path folder, String mainClass, Object... arguments) throws IOException {
    return new ChildProcess(OBEYING_PERMISSIONS + HEEDING_INTERRUPTS, folder, mainClass, arguments);
  }

  long pid() {
    return process.pid();
  }

  /** What Ctrl-C does; by the {@code kill} of the shell, because a machine need not have the program. */
  void interrupt() throws IOException {
    new ProcessBuilder("bash", "-c", "kill -INT " + pid()).start().onExit().join();
  }

  /** What {@code kill -9} does: it has no time to put anything in order. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Waits for its end. */
  Noetl.Outcome end() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still running after " + PATIENCE_SECONDS + " s; it wrote: " + text(err));
    }
    return new Noetl.Outcome(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
