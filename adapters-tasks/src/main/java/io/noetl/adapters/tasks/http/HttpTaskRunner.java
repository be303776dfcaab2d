package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code http} tasks. A response of status 400 or above is a failure that keeps the response as its data; so is
 * everything that keeps a response from arriving, then without data.
 */
public final class HttpTaskRunner implements TaskRunner {

  private final HttpExchange exchange;

  /**
   * A runner whose requests the given exchange answers; redirects are followed here.
   *
   * @param exchange is closed with this runner
   */
  public HttpTaskRunner(HttpExchange exchange) {
    this.exchange = new RedirectingExchange(exchange);
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
    HttpCall call;
    try {
      call = CallSettings.read(request.settings());
    } catch (SettingException e) {
      return failure("http task '" + request.task().name() + "': " + e.getMessage(), null);
    }
    try {
      return outcome(call, exchange.exchange(call, call.timeout()));
    } catch (TransportException e) {
      return failure(call.shown() + ": " + e.getMessage(), null);
    }
  }

  private static TaskOutcome outcome(HttpCall call, HttpAnswer answer) {
    MapValue data = ResponseData.of(answer);
    if (!ResponseData.isError(answer.status())) {
      return new TaskOutcome.Success(data, Value.EMPTY_MAP);
    }
    String words = StatusText.of(answer.status());
    return failure(call.shown() + ": status " + answer.status() + (words.isEmpty() ? "" : " " + words), data);
  }

  private static TaskOutcome failure(String error, @Nullable MapValue data) {
    return new TaskOutcome.Failure(error, data, null, Value.EMPTY_MAP);
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
