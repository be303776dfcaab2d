package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.domain.value.Value;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimiterTest {

  private final List<Duration> waits = new ArrayList<>();
  private long now = -5_000_000_000L;
  private final RateLimiter limiter = new RateLimiter(() -> now, waits::add);

  @ParameterizedTest
  @CsvSource({"10/s, 100000000", "30/m, 2000000000", "100/h, 36000000000", "0.5 / s, 2000000000", "3/s, 333333334"})
  void reads_rates(String text, long nanoseconds) throws SettingException {
    assertThat(Rate.read("t", Value.of(text)).interval()).isEqualTo(Duration.ofNanos(nanoseconds));
  }

  @Test
  void lets_requests_begin_an_interval_apart() throws Exception {
    Rate rate = rate("t", "10/s");
    limiter.await(rate, "h");
    limiter.await(rate, "h");
    limiter.await(rate, "H");
    now += 250_000_000;
    limiter.await(rate, "h");

    assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(50));
  }

  @Test
  void does_not_make_up_for_time_in_which_nothing_was_asked() throws Exception {
    limiter.await(rate("t", "10/s"), "h");
    now += 60_000_000_000L;
    limiter.await(rate("t", "10/s"), "h");
    limiter.await(rate("t", "10/s"), "h");

    assertThat(waits).containsExactly(Duration.ofMillis(100));
  }

  @Test
  void limits_each_host_and_each_task_by_itself() throws Exception {
    limiter.await(rate("t", "1/m"), "h");
    limiter.await(rate("t", "1/m"), "other");
    limiter.await(rate("u", "1/m"), "h");

    assertThat(waits).isEmpty();
  }

  @Test
  void lets_every_redirect_wait_for_its_turn_too() throws Exception {
    ScriptedExchange script = new ScriptedExchange().answer(302, "", "location", "/b").answer(200, "ok");
    HttpExchange exchange = new RedirectingExchange(new RateLimitedExchange(script, limiter));
    Handling handling = new Handling(Handling.BODY_LIMIT, 5, null, rate("t", "2/s"));
    Duration limit = Duration.ofSeconds(30);

    exchange.exchange(new HttpCall("GET", URI.create("http://h/a"), List.of(), null, limit, handling), limit);

    assertThat(waits).containsExactly(Duration.ofMillis(500));
    assertThat(script.calls()).hasSize(2);
  }

  @Test
  void ends_the_wait_when_the_thread_is_interrupted() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    RateLimiter real =
        new RateLimiter(
            () -> now,
            time -> {
              waiting.countDown();
              new CountDownLatch(1).await();
            });
    FutureTask<Void> call =
        new FutureTask<>(
            () -> {
              real.await(rate("t", "1/h"), "h");
              real.await(rate("t", "1/h"), "h");
              return null;
            });
    Thread thread = Thread.ofVirtual().start(call);
    waiting.await();
    thread.interrupt();

    assertThatThrownBy(call::get).hasCauseInstanceOf(InterruptedException.class);
  }

  private static Rate rate(String task, String text) throws SettingException {
    return Rate.read(task, Value.of(text));
  }
}
