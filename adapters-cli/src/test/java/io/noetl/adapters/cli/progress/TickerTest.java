package io.noetl.adapters.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickerTest {

  @Test
  void ticks_again_and_again_on_a_daemon_thread() throws InterruptedException {
    CountDownLatch ticks = new CountDownLatch(3);
    CountDownLatch daemons = new CountDownLatch(3);
    Ticker ticker =
        new Ticker(
            Duration.ofMillis(1),
            () -> {
              if (Thread.currentThread().isDaemon()) {
                daemons.countDown();
              }
              ticks.countDown();
            });

    assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
    ticker.close();

    assertThat(daemons.getCount()).isZero();
  }
}
