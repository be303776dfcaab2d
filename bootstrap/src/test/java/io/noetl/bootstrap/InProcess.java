package io.noetl.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.noetl.adapters.cli.NoetlCommandLine;
import io.noetl.adapters.cli.terminal.Interrupts;
import io.noetl.adapters.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** The door for tests of other packages to the program as it is wired here. */
public final class InProcess {

  private static final int WIDTH = 80;

  private InProcess() {}

  /**
   * Runs the program in this process, on no terminal.
   *
   * @param environment the environment variables, {@code PATH} among them
   * @return the exit status
   */
  public static int execute(
      Map<String, String> environment, InputStream in, OutputStream out, OutputStream err, String... arguments) {
    Terminal terminal =
        new Terminal(
            in,
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8),
            false,
            false,
            false,
            WIDTH,
            Clock.systemUTC());
    Surroundings surroundings =
        new Surroundings(
            terminal,
            environment.getOrDefault("PATH", ""),
            environment,
            "test",
            Surroundings.DATA_FOLDER,
            Path.of(System.getProperty("java.io.tmpdir")));
    return new NoetlCommandLine(new Wiring(surroundings).operations(), terminal, Interrupts.NONE).execute(arguments);
  }
}
