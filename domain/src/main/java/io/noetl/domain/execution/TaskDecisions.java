package io.noetl.domain.execution;

import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Variable;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Decides what a task is given, and what its outcome is recorded as. */
final class TaskDecisions {

  private TaskDecisions() {}

  /** The task that a step runs, once or per item. */
  static Optional<Task> taskOf(Plan plan, Step step) {
    return callOf(step).map(call -> plan.playbook().task(call));
  }

  /** What a failure of the step does: what the step says, else its task. */
  static OnError onError(Plan plan, Step step) {
    OnError own = step.policy().onError();
    if (own != null) {
      return own;
    }
    boolean once = step.action() instanceof StepAction.Call;
    OnError ofTask = once ? taskOf(plan, step).map(task -> task.policy().onError()).orElse(null) : null;
    return ofTask == null ? new OnError.Fail() : ofTask;
  }

  static Optional<TaskCall> callOf(Step step) {
    return step.action().taskCall();
  }

  /** Runs the task of a step or item; the arguments of the call are in scope already. */
  static Command call(Moment moment, Frame frame, StepVisit visit, TaskCall call, int attempt) {
    Task task = moment.plan().playbook().task(call);
    Rendering rendering = moment.rendering();
    MapValue own = rendering.fields(task.with(), frame.scope());
    Scope scope = frame.scope().inner().bindAll(own);
    MapValue settings = rendering.fields(task.settings(), scope);
    if (rendering.failure() != null) {
      return StepDecisions.failed(moment, frame, visit, rendering);
    }
    MapValue arguments = arguments(task, call, own, scope);
    Node node = Nodes.task(task, visit.node());
    boolean named = task.parameters() instanceof Parameters.Named;
    EventDraft draft =
        EventDraft.of(EventType.TASK_START, node, Status.IN_PROGRESS, visit.startSequence())
            .received(named ? arguments : settings)
            .noting(rendering.notes(Map.of()))
            .attempt(attempt)
            .in(frame.place());
    return new Command.RunTask(draft, new TaskRequest(node.id(), task, settings, arguments));
  }

  /**
   * The task's own arguments over those of the call. For a task with named parameters, those of the call that it does
   * not name are dropped, and a required one that neither gives is taken from the variable of its name.
   */
  private static MapValue arguments(Task task, TaskCall call, MapValue own, Scope scope) {
    Map<String, Value> arguments = new LinkedHashMap<>();
    for (String name : call.with().entries().keySet()) {
      boolean accepted = !(task.parameters() instanceof Parameters.Named named) || named.accepts(name);
      Variable variable = scope.lookup(name);
      if (accepted && variable != null) {
        arguments.put(name, variable.value());
      }
    }
    arguments.putAll(own.entries());
    if (task.parameters() instanceof Parameters.Named named) {
      for (Parameters.Parameter parameter : named.parameters()) {
        Variable variable = parameter.required() ? scope.lookup(parameter.name()) : null;
        if (variable != null) {
          arguments.putIfAbsent(parameter.name(), variable.value());
        }
      }
    }
    return Value.of(arguments);
  }

  /** {@code interrupted} tells that the task was ended from outside. */
  static EventDraft ended(Moment moment, Command.RunTask command, TaskOutcome outcome, boolean interrupted) {
    EventDraft start = command.draft();
    Frame frame = Frames.at(moment.state().root(), Nodes.path(start.node().id()));
    if (!(frame.activity() instanceof Activity.Running running)) {
      throw new IllegalStateException("task '" + start.node().id() + "' is not running");
    }
    EventDraft end = new TaskEnding(moment, frame, running, command).draft(outcome, interrupted);
    return start.loopName() == null || start.currentIndex() == null
        ? end
        : end.item(start.loopName(), start.currentIndex());
  }
}
