package io.noetl.adapters.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShutdownHookInterruptsTest {

  /** Who was started in the background, by nohup for one, ignores Ctrl-C, and so do its children unless they ask for it. */
  private static final String HEARING =
      "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])";

  @Test
  void ctrl_c_lets_the_command_finish_and_the_program_exits_130() throws Exception {
    Process program = start("60000", "true");
    try (BufferedReader out = program.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("running");

      interrupt(program);

      assertThat(List.of(out.readLine(), out.readLine())).containsExactly("asked to end", "answer written");
      assertThat(program.waitFor()).isEqualTo(130);
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void a_command_that_does_not_finish_is_left_when_patience_ends() throws Exception {
    Process program = start("100", "false");
    try (BufferedReader out = program.inputReader(UTF_8)) {
      assertThat(out.readLine()).isEqualTo("running");

      interrupt(program);

      assertThat(out.readLine()).isEqualTo("asked to end");
      assertThat(out.readLine()).isNull();
      assertThat(program.waitFor()).isEqualTo(130);
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void a_command_that_finished_is_not_called_back() {
    ShutdownHookInterrupts interrupts = new ShutdownHookInterrupts(Duration.ofSeconds(1));
    AtomicBoolean called = new AtomicBoolean();
    interrupts.whenInterrupted(() -> called.set(true));

    interrupts.finished();
    interrupts.finished();

    assertThat(called).isFalse();
  }

  private static Process start(String patience, String finishes) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            "python3", "-c", HEARING, java, "-cp", classPath, Interrupted.class.getName(), patience, finishes)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** What Ctrl-C does; by the {@code kill} of the shell, because a machine need not have the program. */
  private static void interrupt(Process program) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("bash", "-c", "kill -INT " + program.pid()).inheritIO().start();
    assertThat(kill.waitFor()).isZero();
  }
}
