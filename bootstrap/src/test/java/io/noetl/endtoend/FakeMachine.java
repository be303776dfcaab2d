package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder that stands for a machine with a checkout of the project: the launchers of this repository, the tools they call,
 * and whatever Java and Maven a test installs. The Java is a script that prints its home, its locale and its arguments, the
 * Maven one that puts the distribution in its place.
 */
final class FakeMachine {

  private static final List<String> TOOLS =
      List.of(
          "bash", "cat", "cp", "dirname", "env", "find", "grep", "head", "mkdir", "mktemp", "mv", "readlink", "rm", "sed",
          "tee", "touch");

  /** Tools without which the launchers do, and which some machines lack. */
  private static final List<String> OPTIONAL_TOOLS = List.of("flock", "stty");

  private static final String LAUNCHERS = "bootstrap/src/main/distribution/bin";

  private final Path root;
  private final Path tools;
  private final Map<String, String> environment = new LinkedHashMap<>();

  FakeMachine(Path folder) throws IOException {
    root = folder.toRealPath();
    tools = Files.createDirectories(root.resolve("tools"));
    for (String tool : TOOLS) {
      Path program = program(tool).orElseThrow(() -> new AssertionError("there is no '" + tool + "' on the PATH"));
      link(tool, program);
    }
    for (String tool : OPTIONAL_TOOLS) {
      Optional<Path> program = program(tool);
      if (program.isPresent()) {
        link(tool, program.get());
      }
    }
    environment.put("PATH", tools.toString());
    environment.put("HOME", Files.createDirectories(root.resolve("home")).toString());
    install(Repository.file("noetl"), checkout("noetl"));
    Files.writeString(checkout("pom.xml"), "<project/>");
    try (Stream<Path> launchers = Files.list(Repository.file(LAUNCHERS))) {
      for (Path launcher : launchers.toList()) {
        install(launcher, checkout(LAUNCHERS).resolve(launcher.getFileName()));
      }
    }
  }

  private void link(String tool, Path program) throws IOException {
    write(tools.resolve(tool), "#!/bin/sh\nexec " + program + " \"$@\"\n");
  }

  private static Optional<Path> program(String name) {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Copies a script; the places outside the home folder where it looks for a Java are this machine's. */
  private void install(Path script, Path target) throws IOException {
    String text = Files.readString(script, UTF_8);
    if (script.endsWith("find-java.sh")) {
      String here = text.replaceAll(" (/usr/|/opt/|/Library/)", " " + root + "$1");
      assertThat(here).contains(root + "/usr/lib/jvm/", root + "/opt/");
      text = here;
    }
    write(target, text);
  }

  private static void write(Path script, String text) throws IOException {
    Files.createDirectories(script.getParent());
    Files.writeString(script, text, UTF_8);
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  /** A file of the checkout. */
  Path checkout(String path) {
    return root.resolve("check out").resolve(path);
  }

  Path root() {
    return root;
  }

  /** Sets an environment variable. */
  FakeMachine with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Takes an environment variable away. */
  FakeMachine without(String name) {
    environment.remove(name);
    return this;
  }

  /** Installs a Java with a compiler. */
  Path jdk(String folder, String version) throws IOException {
    Path home = jre(folder, version);
    write(home.resolve("bin/javac"), "#!/usr/bin/env bash\n");
    return home;
  }

  /** Installs a Java without a compiler. */
  Path jre(String folder, String version) throws IOException {
    Path home = root.resolve(folder);
    write(
        home.resolve("bin/java"),
        "#!/usr/bin/env bash\nprintf 'home %s\\nletters of %s\\n' '" + home
            + "' \"${LC_ALL:-${LC_CTYPE:-${LANG:-nothing}}}\"\nfor argument; do printf '<%s>\\n' \"$argument\"; done\n");
    Files.writeString(
        home.resolve("release"),
        "IMPLEMENTOR=\"A\"\nJAVA_RUNTIME_VERSION=\"" + version + "+9\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  /** Puts the {@code java} of a home on the path. */
  FakeMachine onPath(Path home) throws IOException {
    Files.createSymbolicLink(tools.resolve("java"), home.resolve("bin/java"));
    return this;
  }

  /** Installs a Maven that notes its calls and does {@code more} after it has put the distribution in its place. */
  FakeMachine maven(String more) throws IOException {
    write(
        tools.resolve("mvn"),
        """
        #!/usr/bin/env bash
        echo "$JAVA_HOME" >>"%s"
        mkdir -p bootstrap/target/distribution
        cp -R bootstrap/src/main/distribution/bin bootstrap/target/distribution/
        echo '[INFO] Building noetl-domain 0.1.0'
        %s
        """
            .formatted(root.resolve("maven.log"), more));
    return this;
  }

  /** The {@code JAVA_HOME} of each call of Maven. */
  List<String> builds() throws IOException {
    Path log = root.resolve("maven.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  /** The launcher of the distribution, as if Maven had built it. */
  Path distribution() throws IOException {
    Path bin = root.resolve("noetl 0.1/bin");
    try (Stream<Path> launchers = Files.list(checkout(LAUNCHERS))) {
      for (Path launcher : launchers.toList()) {
        write(bin.resolve(launcher.getFileName()), Files.readString(launcher, UTF_8));
      }
    }
    return bin.resolve("noetl");
  }

  /** Runs a program in a folder of this machine. */
  Noetl.Outcome run(Path program, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Path out = root.resolve("out.txt");
    Path err = root.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(root.resolve("home").toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(program + " runs on and on");
    }
    return new Noetl.Outcome(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
  }
}
