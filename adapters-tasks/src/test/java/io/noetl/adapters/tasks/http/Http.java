package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.TaskRunner;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.testkit.task.SampleTasks;
import java.time.InstantSource;

/** Runs http tasks whose settings are written as JSON. */
public final class Http {

  private Http() {}

  public static TaskOutcome run(TaskRunner runner, String settings) throws InterruptedException {
    return runner.run(SampleTasks.request("http", "fetch", SampleTasks.map(settings), Value.EMPTY_MAP));
  }

  /** The data of a call over the network that succeeds. */
  static MapValue data(String settings) throws InterruptedException {
    TaskOutcome outcome = live(settings);
    assertThat(outcome).isInstanceOf(TaskOutcome.Success.class);
    return (MapValue) ((TaskOutcome.Success) outcome).data();
  }

  /** A call over the network that fails. */
  static TaskOutcome.Failure failure(String settings) throws InterruptedException {
    TaskOutcome outcome = live(settings);
    assertThat(outcome).isInstanceOf(TaskOutcome.Failure.class);
    return (TaskOutcome.Failure) outcome;
  }

  static String error(String settings) throws InterruptedException {
    return failure(settings).error();
  }

  private static TaskOutcome live(String settings) throws InterruptedException {
    try (HttpTaskRunner runner = new HttpTaskRunner(new LiveExchange(InstantSource.system()), InstantSource.system())) {
      return run(runner, settings);
    }
  }
}
