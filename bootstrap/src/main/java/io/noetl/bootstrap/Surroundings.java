package io.noetl.bootstrap;

import io.noetl.adapters.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the process was started in; nothing else reads the environment or system properties.
 *
 * @param searchPath the folders of the {@code PATH}
 * @param cacheFolder where files that can be made again are kept
 * @param worker who does the work, as events name it
 */
record Surroundings(Terminal terminal, String searchPath, Path cacheFolder, String worker) {

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
            width(),
            Clock.systemUTC());
    String worker = "pid-" + ProcessHandle.current().pid();
    return new Surroundings(terminal, environment.getOrDefault("PATH", ""), cacheFolder(environment), worker);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), 8192), true, StandardCharsets.UTF_8);
  }

  private static int width() {
    Integer width = Integer.getInteger("noetl.terminal.width");
    return width == null || width < 20 ? DEFAULT_WIDTH : width;
  }

  private static Path cacheFolder(Map<String, String> environment) {
    @Nullable String given = environment.get("XDG_CACHE_HOME");
    boolean usable = given != null && given.startsWith("/");
    Path base = usable ? Path.of(given) : Path.of(System.getProperty("user.home", "."), ".cache");
    return base.resolve("noetl");
  }
}
