package io.noetl.bootstrap;

import io.noetl.adapters.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the process was started in; nothing else reads the environment or system properties.
 *
 * @param searchPath the folders of the {@code PATH}
 * @param environment the environment variables
 * @param worker who does the work, as events name it
 * @param dataFolder where stores and exports are unless told otherwise
 * @param temporaryFolder where what does not fit in memory goes
 */
record Surroundings(
    Terminal terminal,
    String searchPath,
    Map<String, String> environment,
    String worker,
    Path dataFolder,
    Path temporaryFolder) {

  /** Where stores and exports are unless told otherwise. */
  static final Path DATA_FOLDER = Path.of("data");

  private static final int NARROWEST = 20;
  private static final int DEFAULT_WIDTH = 80;

  /** The launcher tells by system properties which streams are terminals, which Java itself cannot. */
  static Surroundings ofThisProcess() {
    Map<String, String> environment = System.getenv();
    boolean colours = environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM"));
    Terminal terminal =
        new Terminal(
            System.in,
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Boolean.getBoolean("noetl.terminal.out"),
            Boolean.getBoolean("noetl.terminal.err"),
            colours,
            width(environment),
            Clock.systemUTC());
    String worker = "pid-" + ProcessHandle.current().pid();
    return new Surroundings(
        terminal,
        environment.getOrDefault("PATH", ""),
        environment,
        worker,
        DATA_FOLDER,
        Path.of(System.getProperty("java.io.tmpdir")));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 8192), true, StandardCharsets.UTF_8);
  }

  /** The terminal's own width; where there is none, what the variable {@code COLUMNS} says. */
  private static int width(Map<String, String> environment) {
    Integer width = Integer.getInteger("noetl.terminal.width");
    if (width == null) {
      String columns = environment.getOrDefault("COLUMNS", "");
      width = columns.matches("\\d{1,4}") ? Integer.valueOf(columns) : null;
    }
    return width == null || width < NARROWEST ? DEFAULT_WIDTH : width;
  }
}
