package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launchers, {@code ./noetl} of a checkout and {@code bin/noetl} of a distribution, on machines of all kinds. */
class LauncherTest {

  private static final String NO_JDK =
      "noetl: no JDK 21 or newer found to build with; install one (Debian: apt install openjdk-21-jdk or newer) "
          + "or set JAVA_HOME to it\n";

  private static final String NO_JAVA =
      "noetl: no Java 21 or newer found; install one (Debian: apt install openjdk-21-jre-headless or newer) "
          + "or set JAVA_HOME to it\n";

  @TempDir private Path folder;
  private FakeMachine machine;

  @BeforeEach
  void set_up_the_machine() throws IOException {
    machine = new FakeMachine(folder);
  }

  @Test
  void without_any_java_a_checkout_says_so_in_one_line() throws Exception {
    machine.maven("");

    checkFails(machine.run(machine.checkout("noetl"), "--version"), NO_JDK);
  }

  @Test
  void an_older_java_is_none() throws Exception {
    machine.maven("").onPath(machine.jdk("usr/lib/jvm/java-17", "17.0.15"));

    checkFails(machine.run(machine.checkout("noetl"), "--version"), NO_JDK);
    checkFails(machine.run(machine.distribution(), "--version"), NO_JAVA);
  }

  @Test
  void without_maven_a_fresh_checkout_says_so_in_one_line() throws Exception {
    machine.jdk("usr/lib/jvm/java-21", "21.0.2");

    checkFails(
        machine.run(machine.checkout("noetl"), "--version"),
        "noetl: Maven is needed to build noetl and 'mvn' is not on the PATH; install it (Debian: apt install maven)\n");
  }

  @Test
  void a_checkout_that_cannot_be_written_to_says_so_in_one_line() throws Exception {
    machine.maven("").jdk("usr/lib/jvm/java-21", "21.0.2");
    Files.writeString(machine.checkout("bootstrap/target"), "no folder");

    checkFails(
        machine.run(machine.checkout("noetl"), "--version"),
        "noetl: cannot write to " + machine.checkout("bootstrap/target") + " to build noetl there; check its permissions\n");
  }

  private static void checkFails(Noetl.Outcome outcome, String line) {
    assertThat(outcome.err()).isEqualTo(line);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void a_fresh_checkout_is_built_once_and_anew_when_a_source_is_newer() throws Exception {
    machine.maven("").onPath(machine.jdk("usr/lib/jvm/java-17", "17.0.15"));
    Path jdk = machine.jdk("usr/lib/jvm/java-21", "21.0.2");
    Path source = Files.createDirectories(machine.checkout("domain/src/main")).resolve("A.java");

    Noetl.Outcome first = machine.run(machine.checkout("noetl"), "--version");
    assertThat(first.status()).isZero();
    assertThat(first.out()).startsWith("home " + jdk + "\n").endsWith("<--version>\n");
    assertThat(first.err()).contains("noetl: building the distribution with Maven", "noetl: building noetl-domain 0.1.0");
    assertThat(machine.builds()).containsExactly(jdk.toString());

    Noetl.Outcome second = machine.run(machine.checkout("noetl"), "--version");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(machine.builds()).hasSize(1);

    FileTime built = Files.getLastModifiedTime(machine.checkout("bootstrap/target/distribution.built"));
    Files.setLastModifiedTime(Files.createFile(source), FileTime.from(built.toInstant().plusSeconds(60)));
    machine.run(machine.checkout("noetl"), "--version");
    assertThat(machine.builds()).hasSize(2);
  }

  @Test
  void a_build_that_fails_shows_its_errors_and_is_tried_again() throws Exception {
    machine.maven("echo '[ERROR] it does not compile'; exit 1").jdk("usr/lib/jvm/java-21", "21.0.2");

    Noetl.Outcome outcome = machine.run(machine.checkout("noetl"), "--version");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .endsWith(
            "[ERROR] it does not compile\nnoetl: the build failed; the whole output is in "
                + machine.checkout("bootstrap/target/distribution-build.log")
                + "\n");
    machine.run(machine.checkout("noetl"), "--version");
    assertThat(machine.builds()).hasSize(2);
  }

  @Test
  void a_java_without_a_compiler_runs_noetl_while_an_older_one_builds_it() throws Exception {
    Path jdk = machine.jdk("usr/lib/jvm/java-21", "21.0.2");
    Path jre = machine.jre("opt/java/24", "24");

    Noetl.Outcome outcome = machine.maven("").run(machine.checkout("noetl"), "--version");

    assertThat(machine.builds()).containsExactly(jdk.toString());
    assertThat(outcome.out()).startsWith("home " + jre + "\n");
  }

  @Test
  void the_newest_java_is_taken_wherever_it_is() throws Exception {
    machine.onPath(machine.jdk("usr/lib/jvm/java-17", "17.0.15"));
    Path distribution = machine.distribution();
    Path given = machine.jdk("somewhere/else", "21.0.2");
    machine.with("JAVA_HOME", given.toString());
    assertThat(machine.run(distribution).out()).startsWith("home " + given + "\n");

    Path own = machine.jdk("home/.sdkman/candidates/java/23-tem", "23.0.1");
    assertThat(machine.run(distribution).out()).startsWith("home " + own + "\n");

    Path system = machine.jdk("usr/lib/jvm/java-24", "24");
    assertThat(machine.run(distribution).out()).startsWith("home " + system + "\n");
  }

  @Test
  void a_machine_without_home_is_served_too() throws Exception {
    Path java = machine.jdk("usr/lib/jvm/java-21", "21.0.2");

    Noetl.Outcome outcome = machine.without("HOME").run(machine.distribution());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).startsWith("home " + java + "\n");
  }

  @Test
  void files_may_be_named_in_all_letters_unless_the_user_insists_on_fewer() throws Exception {
    machine.jdk("usr/lib/jvm/java-21", "21.0.2");
    assertThat(machine.run(machine.distribution()).out()).contains("\nletters of C.UTF-8\n");
    assertThat(machine.with("LANG", "C").run(machine.distribution()).out()).contains("\nletters of C.UTF-8\n");
    assertThat(machine.with("LANG", "fr_FR.UTF-8").run(machine.distribution()).out())
        .contains("\nletters of fr_FR.UTF-8\n");
    assertThat(machine.with("LC_ALL", "C").run(machine.distribution()).out()).contains("\nletters of C\n");
  }

  @Test
  void a_link_to_a_launcher_is_the_launcher() throws Exception {
    machine.maven("").jdk("usr/lib/jvm/java-21", "21.0.2");
    Path links = Files.createDirectories(machine.root().resolve("links/deeper"));
    Path absolute = Files.createSymbolicLink(links.resolve("noetl"), machine.checkout("noetl"));
    Path relative = Files.createSymbolicLink(machine.root().resolve("links/noetl"), Path.of("deeper/noetl"));
    Path installed = Files.createSymbolicLink(links.resolve("installed"), machine.distribution());

    for (Path link : List.of(absolute, relative, installed)) {
      Noetl.Outcome outcome = machine.run(link, "--version");

      assertThat(outcome.status()).as(outcome.err()).isZero();
      assertThat(outcome.out()).endsWith("<--version>\n");
    }
  }

  @Test
  void arguments_pass_through_as_they_are() throws Exception {
    machine.maven("").jdk("usr/lib/jvm/java-21", "21.0.2");
    String[] arguments = {"run", "my playbook.yaml", "--set", "a=\"b\" $HOME *", "", "--payload", "{\"a\": 'b'}\nc", "-n"};

    for (Path launcher : List.of(machine.checkout("noetl"), machine.distribution())) {
      assertThat(machine.run(launcher, arguments).out())
          .endsWith(
              "<io.noetl.bootstrap.Main>\n<run>\n<my playbook.yaml>\n<--set>\n<a=\"b\" $HOME *>\n<>\n<--payload>\n"
                  + "<{\"a\": 'b'}\nc>\n<-n>\n");
    }
  }

  @Test
  void only_what_takes_long_meets_the_optimising_compiler() throws Exception {
    machine.jdk("usr/lib/jvm/java-21", "21.0.2");
    String small = sized("small.duckdb", 64 << 20);
    String large = sized("large.duckdb", (64 << 20) + 1);
    Path logged = Path.of(sized("logged.duckdb", 1));
    sized("logged.duckdb.wal", (64 << 20) + 1);

    assertThat(meetsOptimiser()).isFalse();
    assertThat(meetsOptimiser("executions", "--duckdb", large)).isFalse();
    assertThat(meetsOptimiser("export", "--duckdb", small, "--to", "x.parquet")).isFalse();
    assertThat(meetsOptimiser("export", "--to", large, "--duckdb=" + small)).isFalse();
    assertThat(meetsOptimiser("export", "--to", "x.parquet", "--duckdb", large)).isTrue();
    assertThat(meetsOptimiser("export", "--duckdb=" + large)).isTrue();
    assertThat(meetsOptimiser("export", "--duckdb", logged.toString())).isTrue();
    assertThat(meetsOptimiser("export", "--duckdb", "nowhere ($x).duckdb")).isFalse();
    assertThat(meetsOptimiser("run", "playbook.yaml")).isTrue();
  }

  @Test
  void verifying_little_does_not_meet_the_optimising_compiler() throws Exception {
    machine.jdk("usr/lib/jvm/java-21", "21.0.2");
    String small = sized("small.parquet", 128 << 20);
    String large = sized("large.parquet", (128 << 20) + 1);

    assertThat(meetsOptimiser("verify", small, "--json")).isFalse();
    assertThat(meetsOptimiser("verify", small, large)).isTrue();
    assertThat(meetsOptimiser("verify", small, "--against", large)).isTrue();
    assertThat(meetsOptimiser("verify", machine.root().toString())).isTrue();
  }

  @Test
  void a_long_export_gets_options_that_java_has() throws Exception {
    machine.jdk("usr/lib/jvm/java-21", "21.0.2");
    String large = sized("large.duckdb", (64 << 20) + 1);

    Noetl.Outcome outcome = machine.run(machine.distribution(), "export", "--to", "x.parquet", "--duckdb", large);

    List<String> options =
        Pattern.compile("<(-XX:[^>]+)>").matcher(outcome.out()).results().map(found -> found.group(1)).toList();
    assertThat(options).contains("-XX:Tier4MinInvocationThreshold=20", "-XX:MaxNewSize=48m");
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(options);
    command.add("-version");
    Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
    assertThat(new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("rror", "arning");
    assertThat(java.waitFor()).isZero();
  }

  private boolean meetsOptimiser(String... arguments) throws Exception {
    Noetl.Outcome outcome = machine.run(machine.distribution(), arguments);
    assertThat(outcome.err()).isEmpty();
    return !outcome.out().contains("<-XX:TieredStopAtLevel=1>");
  }

  /** A file of that many bytes, none of which takes room on the disk. */
  private String sized(String name, long bytes) throws IOException {
    Path file = machine.root().resolve(name);
    try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
      made.setLength(bytes);
    }
    return file.toString();
  }
}
