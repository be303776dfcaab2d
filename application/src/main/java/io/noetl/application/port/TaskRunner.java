package io.noetl.application.port;

import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value.MapValue;
import java.util.List;

/** Runs the tasks of one type. Safe for use by several threads. */
public interface TaskRunner extends AutoCloseable {

  /** The type it runs, as playbooks write it: {@code http}, {@code python}. */
  String type();

  /**
   * Looks at tasks before anything runs: finds their parameters, and mistakes that show without running them.
   *
   * @param tasks tasks of this runner's type
   * @return one answer per task, in their order
   * @throws io.noetl.application.error.InvalidRequestException if what the runner needs is missing, an interpreter say
   */
  List<Preparation> prepare(List<Task> tasks);

  /**
   * Runs a task to its end. Whatever the task does wrong is a {@link TaskOutcome.Failure}.
   *
   * @throws InterruptedException if the calling thread was interrupted; the task has been ended then
   */
  TaskOutcome run(TaskRequest request) throws InterruptedException;

  /**
   * What the log keeps of the settings or arguments that a task received: the same without credentials.
   *
   * @param received the {@code input_context} of the task's start
   */
  default MapValue described(MapValue received) {
    return received;
  }

  /**
   * Writes what is to be kept of the run, a recording say. Called once, after the last task of a run that came to its
   * end; never when the run was refused or broke off.
   *
   * @throws io.noetl.application.error.ExportException if that cannot be written
   */
  default void finish() {}

  /** Ends what the runner keeps alive between tasks, and gives up what was not finished. May be called twice. */
  @Override
  void close();

  /** What looking at a task found. */
  sealed interface Preparation {

    /** The task can run. */
    record Ready(Parameters parameters) implements Preparation {}

    /** The task cannot run. */
    record Rejected(Problem problem) implements Preparation {}
  }
}
