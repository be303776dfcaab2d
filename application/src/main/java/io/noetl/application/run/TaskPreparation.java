package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.template.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the runners find in the tasks of a playbook before anything runs: their parameters, and their mistakes. */
final class TaskPreparation {

  private final Playbook playbook;
  private final Map<String, TaskRunner> runners;
  private final SubPlaybooks called;
  private final Map<Task, Parameters> parameters = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param playbook whose tasks are looked at
   * @param runners by the type of task they run
   * @param called the playbooks that tasks call
   */
  TaskPreparation(Playbook playbook, Map<String, TaskRunner> runners, SubPlaybooks called) {
    this.playbook = playbook;
    this.runners = runners;
    this.called = called;
  }

  /** Looks at all tasks; see {@link #prepare}. */
  void prepareAll() {
    tasksByType().forEach(this::prepare);
  }

  /** The tasks of the workbook and those written on steps, by their type. */
  Map<String, List<Task>> tasksByType() {
    List<Task> tasks = new ArrayList<>(playbook.tasks().values());
    playbook.steps().values().forEach(step -> addInline(step.action(), tasks));
    return tasks.stream().collect(Collectors.groupingBy(Task::type, LinkedHashMap::new, Collectors.toList()));
  }

  /**
   * Looks at all tasks of one type.
   *
   * @throws InvalidRequestException if nothing runs that type, or what its runner needs is missing
   */
  void prepare(String type, List<Task> tasks) {
    if (type.equals(SubPlaybooks.TYPE)) {
      tasks.forEach(task -> called.check(playbook, task).ifPresent(problems::add));
      return;
    }
    List<Preparation> preparations = runner(type).prepare(tasks);
    for (int i = 0; i < tasks.size(); i++) {
      switch (preparations.get(i)) {
        case Preparation.Ready ready -> parameters.put(tasks.get(i), ready.parameters());
        case Preparation.Rejected rejected -> problems.add(rejected.problem());
      }
    }
  }

  /** The mistakes found so far. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The playbook with the parameters found so far. */
  Playbook prepared() {
    return playbook.mapTasks(task -> task.withParameters(parameters.getOrDefault(task, task.parameters())));
  }

  private static void addInline(StepAction action, List<Task> tasks) {
    switch (action) {
      case StepAction.Call call -> addInline(call.call(), tasks);
      case StepAction.TaskLoop loop -> addInline(loop.call(), tasks);
      case StepAction.Route route -> {}
      case StepAction.BodyLoop loop -> {}
      case StepAction.EndLoop end -> {}
    }
  }

  private static void addInline(TaskCall call, List<Task> tasks) {
    if (call instanceof TaskCall.Inline inline) {
      tasks.add(inline.task());
    }
  }

  private TaskRunner runner(String type) {
    TaskRunner runner = runners.get(type);
    if (runner == null) {
      throw new InvalidRequestException(
          "tasks of type '" + type + "' cannot be run", "use one of: " + String.join(", ", runners.keySet()));
    }
    return runner;
  }
}
