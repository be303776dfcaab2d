package io.noetl.adapters.tasks.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls of a worker that gets ready and never reads a request. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PythonWorkerTest {

  /** 18 bytes, which a frame tells first. */
  private static final String DEAF = "printf '\\000\\000\\000\\022{\"ready\":[3,12,1]}'; exec sleep 600";

  /** More than a pipe takes. */
  private static final String LONG = "x".repeat(1 << 20);

  private Process process;
  private PythonWorker worker;

  @BeforeEach
  void start() throws IOException {
    process = new ProcessBuilder("sh", "-c", DEAF).start();
    worker = new PythonWorker(process);
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  @Test
  void a_long_request_that_is_not_read_ends_at_the_timeout() throws InterruptedException {
    assertThat(worker.call(LONG, Duration.ofMillis(200))).isEqualTo(new Reply.TimedOut());

    worker.kill();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_long_request_that_is_not_read_can_be_interrupted() throws InterruptedException {
    assertThat(worker.call("short", Duration.ZERO)).isEqualTo(new Reply.TimedOut());

    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> worker.call(LONG, null)).isInstanceOf(InterruptedException.class);
    worker.kill();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_long_request_to_a_worker_that_ends_unread_was_not_sent() throws InterruptedException {
    assertThat(worker.call("short", Duration.ZERO)).isEqualTo(new Reply.TimedOut());
    process.destroyForcibly();

    assertThat(worker.call(LONG, null)).isEqualTo(new Reply.Unsent());
  }
}
