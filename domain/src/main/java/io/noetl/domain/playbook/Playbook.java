package io.noetl.domain.playbook;

import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.value.Value.MapValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A playbook whose structure is sound: {@code start} exists and every step and task that is named exists. Readers
 * guarantee that; the core relies on it.
 *
 * @param file the file it was read from, as messages show it
 * @param sha256 the SHA-256 of its source, 64 lower-case hexadecimal digits
 * @param source the text it was read from
 * @param document the whole file as a value, in its own spelling
 * @param workload the default workload, before payload and rendering
 * @param steps by name, in the order of the file
 * @param tasks the workbook by name, in the order of the file
 * @param policy what holds for an execution as a whole
 * @param confidential what it takes from the environment, and its secrets
 */
public record Playbook(
    String file,
    String sha256,
    String source,
    MapValue document,
    String name,
    String path,
    String version,
    Fields workload,
    Map<String, Step> steps,
    Map<String, Task> tasks,
    ExecutionPolicy policy,
    Confidential confidential) {

  public Playbook {
    steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
  }

  /** A playbook without policies and secrets. */
  public Playbook(
      String file,
      String sha256,
      String source,
      MapValue document,
      String name,
      String path,
      String version,
      Fields workload,
      Map<String, Step> steps,
      Map<String, Task> tasks) {
    this(
        file, sha256, source, document, name, path, version, workload, steps, tasks, ExecutionPolicy.NONE,
        Confidential.NONE);
  }

  /**
   * The step of that name.
   *
   * @throws IllegalArgumentException if there is none, which a reader rules out
   */
  public Step step(String stepName) {
    Step step = steps.get(stepName);
    if (step == null) {
      throw new IllegalArgumentException("playbook '" + name + "' has no step '" + stepName + "'");
    }
    return step;
  }

  /** The task that a call stands for. */
  public Task task(TaskCall call) {
    return switch (call) {
      case TaskCall.Inline inline -> inline.task();
      case TaskCall.Named named -> {
        Task task = tasks.get(named.task());
        if (task == null) {
          throw new IllegalArgumentException("playbook '" + name + "' has no task '" + named.task() + "'");
        }
        yield task;
      }
    };
  }

  /** The {@code end_loop} step of a loop, if the playbook has one. */
  public Optional<Step> endOf(String loopStep) {
    return steps.values().stream()
        .filter(step -> step.action() instanceof StepAction.EndLoop end && end.loopStep().equals(loopStep))
        .findFirst();
  }

  /** The same playbook with a merged workload. */
  public Playbook withWorkload(Fields merged) {
    return new Playbook(
        file, sha256, source, document, name, path, version, merged, steps, tasks, policy, confidential);
  }

  /** The same playbook with other confidential parts. */
  public Playbook withConfidential(Confidential other) {
    return new Playbook(
        file, sha256, source, document, name, path, version, workload, steps, tasks, policy, other);
  }

  /** The same playbook with another text and document, for what keeps them. */
  public Playbook withSource(String otherSource, MapValue otherDocument) {
    return new Playbook(
        file, sha256, otherSource, otherDocument, name, path, version, workload, steps, tasks, policy, confidential);
  }

  /** The same playbook with each task replaced, those written on steps included. */
  public Playbook mapTasks(UnaryOperator<Task> change) {
    Map<String, Task> changedTasks = new LinkedHashMap<>();
    tasks.forEach((key, task) -> changedTasks.put(key, change.apply(task)));
    Map<String, Step> changedSteps = new LinkedHashMap<>();
    steps.forEach((key, step) -> changedSteps.put(key, mapTask(step, change)));
    return new Playbook(
        file, sha256, source, document, name, path, version, workload, changedSteps, changedTasks, policy,
        confidential);
  }

  private static Step mapTask(Step step, UnaryOperator<Task> change) {
    StepAction action =
        switch (step.action()) {
          case StepAction.Call call -> new StepAction.Call(mapTask(call.call(), change));
          case StepAction.TaskLoop loop -> new StepAction.TaskLoop(loop.loop(), mapTask(loop.call(), change));
          case StepAction.Route route -> route;
          case StepAction.BodyLoop loop -> loop;
          case StepAction.EndLoop end -> end;
        };
    return new Step(
        step.name(), step.position(), step.description(), action, step.result(), step.next(), step.policy());
  }

  private static TaskCall mapTask(TaskCall call, UnaryOperator<Task> change) {
    return switch (call) {
      case TaskCall.Named named -> named;
      case TaskCall.Inline inline -> new TaskCall.Inline(change.apply(inline.task()), inline.with());
    };
  }
}
