package io.noetl.domain.playbook;

import io.noetl.domain.playbook.ValueTemplate.Fields;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names that anything in a playbook binds: a workload, a {@code with}, a {@code result}, a loop, a step, a task. On which
 * paths that is does not matter, so that a name which is not among them is defined on none. A payload may bring more, and
 * {@code env} is there for what reads it by rules of its own.
 */
public final class BoundNames {

  /** What is bound in every execution, or by any task. */
  private static final Set<String> ALWAYS = Set.of("workload", "job", "result");

  /** What a final step sees of the execution. */
  private static final String EXECUTION = "execution";

  private final Set<String> names = new TreeSet<>(ALWAYS);

  private BoundNames() {}

  /** The names of variables that more than one task may see, in their order. */
  public static Set<String> of(
      Fields workload, Collection<Task> tasks, Collection<Step> steps, ExecutionPolicy policy) {
    BoundNames bound = new BoundNames();
    bound.add(workload);
    tasks.forEach(bound::add);
    steps.forEach(bound::add);
    bound.addTargets(policy.finalSteps());
    if (!policy.finalSteps().isEmpty()) {
      bound.names.add(EXECUTION);
    }
    return bound.names;
  }

  /** The names that tasks bind for themselves alone. */
  public static Set<String> insideTasks(Collection<Task> tasks, Collection<Step> steps) {
    Set<String> names = new TreeSet<>();
    tasks.forEach(task -> names.addAll(task.with().entries().keySet()));
    for (Step step : steps) {
      if (step.action().taskCall().orElse(null) instanceof TaskCall.Inline inline) {
        names.addAll(inline.task().with().entries().keySet());
      }
    }
    return names;
  }

  private void add(Task task) {
    names.add(task.name());
  }

  private void add(Step step) {
    names.add(step.name());
    add(step.result());
    step.next().forEach(this::add);
    if (step.policy().onError() instanceof OnError.GoTo goTo) {
      add(goTo.target().with());
    }
    switch (step.action()) {
      case StepAction.Call call -> add(call.call());
      case StepAction.BodyLoop loop -> add(step, loop.loop());
      case StepAction.TaskLoop loop -> {
        add(step, loop.loop());
        add(loop.call());
      }
      case StepAction.Route route -> {}
      case StepAction.EndLoop end -> {}
    }
  }

  private void add(Step step, Loop loop) {
    names.add(loop.iterator());
    names.add(step.name() + "_results");
  }

  private void add(TaskCall call) {
    add(call.with());
    if (call instanceof TaskCall.Inline inline) {
      add(inline.task());
    }
  }

  private void add(NextEntry entry) {
    switch (entry) {
      case NextEntry.Always always -> add(always.target().with());
      case NextEntry.When when -> {
        addTargets(when.then());
        addTargets(when.otherwise());
      }
      case NextEntry.Otherwise otherwise -> addTargets(otherwise.targets());
    }
  }

  private void addTargets(List<Target> targets) {
    targets.forEach(target -> add(target.with()));
  }

  private void add(Fields fields) {
    names.addAll(fields.entries().keySet());
  }
}
