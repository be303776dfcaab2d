package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code http} tasks. A response of status 400 or above is a failure that keeps the response as its data; so is
 * everything that keeps a response from arriving, then without data. A failure's metadata has {@code retry_after} (seconds)
 * when the server said how long to wait.
 */
public final class HttpTaskRunner implements TaskRunner {

  private final HttpExchange exchange;
  private final InstantSource clock;

  /**
   * A runner whose requests the given exchange answers; redirects are followed here.
   *
   * @param exchange is closed with this runner
   * @param clock tells how far away the date of a {@code Retry-After} is
   */
  public HttpTaskRunner(HttpExchange exchange, InstantSource clock) {
    this.exchange = new RedirectingExchange(exchange);
    this.clock = clock;
  }

  @Override
  public String type() {
    return "http";
  }

  @Override
  public List<Preparation> prepare(List<Task> tasks) {
    return tasks.stream().map(HttpPreparation::of).toList();
  }

  @Override
  public TaskOutcome run(TaskRequest request) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    Task task = request.task();
    try {
      return run(CallSettings.read(task.name() + " at " + task.position(), request.settings()));
    } catch (SettingException e) {
      return failure("http task '" + task.name() + "': " + e.getMessage(), null, Value.EMPTY_MAP);
    }
  }

  private TaskOutcome run(HttpCall call) throws InterruptedException {
    Download download = call.handling().download();
    try {
      return outcome(call, exchange.exchange(call, call.timeout()));
    } catch (TransportException e) {
      return failure(call.shown() + ": " + e.getMessage(), null, Value.EMPTY_MAP);
    } finally {
      if (download != null) {
        download.discard();
      }
    }
  }

  private TaskOutcome outcome(HttpCall call, HttpAnswer answer) {
    Download download = call.handling().download();
    if (ResponseData.isError(answer.status())) {
      Optional<Duration> wait = RetryAfter.of(answer.headers(), clock.instant());
      String problem = StatusProblem.describe(call, answer, wait);
      MapValue metadata =
          wait.map(time -> Value.of(Map.of("retry_after", RetryAfter.seconds(time)))).orElse(Value.EMPTY_MAP);
      return failure(call.shown() + ": " + problem, ResponseData.of(answer), metadata);
    }
    if (download == null) {
      return new TaskOutcome.Success(ResponseData.of(answer), Value.EMPTY_MAP);
    }
    return Download.isSaved(answer.status())
        ? saved(call, download, answer)
        : failure(call.shown() + ": " + StatusProblem.notSaved(answer), ResponseData.of(answer), Value.EMPTY_MAP);
  }

  private static TaskOutcome saved(HttpCall call, Download download, HttpAnswer answer) {
    try {
      long bytes = download.place(answer);
      return new TaskOutcome.Success(ResponseData.saved(answer, download.shown(), bytes), Value.EMPTY_MAP);
    } catch (IOException e) {
      return failure(call.shown() + ": " + SaveProblem.describe(download.shown(), e), null, Value.EMPTY_MAP);
    }
  }

  private static TaskOutcome failure(String error, @Nullable MapValue data, MapValue metadata) {
    return new TaskOutcome.Failure(error, data, null, metadata);
  }

  @Override
  public MapValue described(MapValue received) {
    return DescribedSettings.of(received);
  }

  @Override
  public void finish() {
    exchange.finish();
  }

  @Override
  public void close() {
    exchange.close();
  }
}
