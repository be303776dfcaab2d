package io.noetl.adapters.duckdb.task;

import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code duckdb} tasks, each in a thread of its own, because DuckDB does not notice an interrupt of the thread that
 * waits for it. The data of a task is {@code {command_0: {columns, rows, row_count}, …}}, one entry per statement.
 */
public final class DuckDbTaskRunner implements TaskRunner {

  /** How often a cancelled statement is asked to stop, which it does at once unless it had only begun. */
  private static final Duration ASK_AGAIN = Duration.ofMillis(20);

  /** How often it is asked before it is left behind: something outside of DuckDB holds it up, a named pipe say. */
  private static final int ASKED_AT_MOST = 500;

  private final Reach reach;
  private final TaskPreparation preparation;
  private final TaskDatabases databases;
  private final Set<TaskCall> calls = ConcurrentHashMap.newKeySet();

  /** A runner of tasks that may touch what {@code reach} says. */
  DuckDbTaskRunner(Reach reach) {
    this.reach = reach;
    this.preparation = new TaskPreparation(reach);
    this.databases = new TaskDatabases(reach);
  }

  @Override
  public String type() {
    return "duckdb";
  }

  @Override
  public List<Preparation> prepare(List<Task> tasks) {
    return tasks.stream().map(preparation::of).toList();
  }

  @Override
  public TaskOutcome run(TaskRequest request) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    try {
      TaskSettings settings = TaskSettings.read(request.settings());
      Path file = settings.database() == null ? null : reach.database(settings.database(), settings.externalAccess());
      TaskCall call = new TaskCall(request, settings, file, reach, databases);
      calls.add(call);
      try {
        return run(request, call, settings.timeout());
      } finally {
        calls.remove(call);
      }
    } catch (SettingException e) {
      ValueTemplate setting = request.task().settings().entries().get(e.key());
      return failure(request, String.valueOf(e.getMessage()), setting == null ? null : setting.position());
    }
  }

  private static TaskOutcome run(TaskRequest request, TaskCall call, @Nullable Duration timeout)
      throws InterruptedException {
    FutureTask<TaskOutcome> work = new FutureTask<>(call::run);
    Thread thread = Thread.ofPlatform().daemon().name("duckdb-task-" + request.nodeId()).start(work);
    try {
      return timeout == null ? work.get() : work.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      end(call, thread);
      throw e;
    } catch (TimeoutException e) {
      end(call, thread);
      return failure(request, "ran longer than its timeout of " + shown(timeout) + " and was ended", null);
    } catch (ExecutionException e) {
      throw new IllegalStateException("duckdb task '" + request.task().name() + "' broke its runner", e.getCause());
    }
  }

  /** Ends a call; an interrupt meanwhile is put off until then. */
  private static void end(TaskCall call, Thread thread) {
    boolean interrupted = false;
    for (int asked = 0; asked < ASKED_AT_MOST && thread.isAlive(); asked++) {
      call.cancel();
      thread.interrupt(); // it may wait for others to be done with the database
      try {
        thread.join(ASK_AGAIN);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static TaskOutcome failure(TaskRequest request, String error, @Nullable Position position) {
    return new TaskOutcome.Failure(
        "duckdb task '" + request.task().name() + "': " + error, null, position, Value.EMPTY_MAP);
  }

  private static String shown(@Nullable Duration time) {
    long nanos = time == null ? 0 : time.toNanos();
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
  }

  /** Nothing is kept alive between tasks; a task that still runs is told to stop. */
  @Override
  public void close() {
    calls.forEach(TaskCall::cancel);
  }
}
