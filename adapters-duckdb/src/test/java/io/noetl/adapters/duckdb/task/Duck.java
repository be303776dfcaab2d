package io.noetl.adapters.duckdb.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.testkit.task.SampleTasks;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Short ways to call duckdb tasks whose working folder is a test's own. */
record Duck(DuckDbTaskRunner runner) {

  static Duck in(Path folder) {
    return in(folder, null);
  }

  /** Tasks beside a store. */
  static Duck in(Path folder, @Nullable Path store) {
    return new Duck(new DuckDbTaskRunner(new Reach(folder, store)));
  }

  /** A call of the task {@code load}; its setting {@code commands} stands at 11:7. */
  static TaskRequest call(String sql) {
    return call(sql, Value.EMPTY_MAP);
  }

  /** A call with more settings, as JSON. */
  static TaskRequest call(String sql, String settings) {
    return call(sql, SampleTasks.map(settings));
  }

  private static TaskRequest call(String sql, MapValue more) {
    Map<String, Value> settings = new LinkedHashMap<>();
    settings.put("commands", Value.of(sql));
    settings.putAll(more.entries());
    return SampleTasks.request("duckdb", "load", Value.of(settings), Value.EMPTY_MAP);
  }

  /** The data of a call that succeeds, as JSON. */
  String data(TaskRequest call) throws InterruptedException {
    TaskOutcome outcome = runner.run(call);
    assertThat(outcome).isInstanceOf(TaskOutcome.Success.class);
    return JsonWriter.write(((TaskOutcome.Success) outcome).data());
  }

  String data(String sql) throws InterruptedException {
    return data(call(sql));
  }

  /** The first value of the first row of the last statement, as JSON. */
  String value(TaskRequest call) throws InterruptedException {
    TaskOutcome outcome = runner.run(call);
    assertThat(outcome).isInstanceOf(TaskOutcome.Success.class);
    MapValue data = (MapValue) ((TaskOutcome.Success) outcome).data();
    MapValue last = (MapValue) data.valueOf("command_" + (data.entries().size() - 1));
    MapValue row = (MapValue) ((Value.ListValue) last.valueOf("rows")).items().getFirst();
    return JsonWriter.write(row.entries().values().iterator().next());
  }

  String value(String sql) throws InterruptedException {
    return value(call(sql));
  }

  /** What comes of a call that fails. */
  TaskOutcome.Failure failure(TaskRequest call) throws InterruptedException {
    TaskOutcome outcome = runner.run(call);
    assertThat(outcome).isInstanceOf(TaskOutcome.Failure.class);
    return (TaskOutcome.Failure) outcome;
  }

  String error(TaskRequest call) throws InterruptedException {
    return failure(call).error();
  }

  String error(String sql) throws InterruptedException {
    return error(call(sql));
  }
}
