package io.noetl.domain.execution;

import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides how a step begins, what it does, and how it ends. */
final class StepDecisions {

  private StepDecisions() {}

  /** The step begins, having received the values of the way that led to it and the arguments of its call. */
  static EventDraft start(Moment moment, Frame frame, Activity.Entering entering) {
    Step step = moment.plan().playbook().step(entering.pending().toStep());
    Rendering rendering = moment.rendering();
    rendering.fail(entering.failure());
    MapValue received = entering.with();
    if (step.action() instanceof StepAction.Call call) {
      Scope scope = frame.scope().bindAll(received);
      received = Frame.merge(received, rendering.fields(call.call().with(), scope));
    }
    return EventDraft.of(
            EventType.STEP_START,
            Nodes.step(step, frame.nextNodeId(step.name())),
            Status.IN_PROGRESS,
            frame.place().startSequence())
        .received(received.entries().isEmpty() ? null : received)
        .noting(rendering.notes(Map.of()))
        .in(frame.place());
  }

  /** What a step or item that has begun does. */
  static List<Command> act(Moment moment, Frame frame, Activity.Stepping stepping) {
    StepVisit visit = stepping.visit();
    StepOutcome.Failed over = over(moment, visit);
    StepOutcome.Failed failure = over == null ? stepping.failure() : over;
    if (failure != null) {
      return List.of(end(moment, frame, visit, failure));
    }
    ValueTemplate pass = visit.item() ? null : visit.step().policy().pass();
    if (pass != null) {
      Rendering rendering = moment.rendering();
      boolean skips = Truth.of(rendering.value(pass, frame.scope()));
      if (rendering.failure() != null) {
        return List.of(failed(moment, frame, visit, rendering));
      }
      if (skips) {
        return List.of(new Command.RecordEvent(skipped(moment, frame, visit, rendering)));
      }
    }
    return List.of(action(moment, frame, visit));
  }

  /** The next attempt of a task, once its time has come. */
  static List<Command> again(Moment moment, Frame frame, Activity.Waiting waiting) {
    StepVisit visit = waiting.visit();
    StepOutcome.Failed over = over(moment, visit);
    if (over != null) {
      return List.of(end(moment, frame, visit, over));
    }
    return moment.now().isBefore(waiting.until())
        ? List.of()
        : List.of(TaskDecisions.call(moment, frame, visit, call(visit), waiting.attempt()));
  }

  /** Why a step may not go on: its scope is being wound down, or it has taken too long. */
  static StepOutcome.@Nullable Failed over(Moment moment, StepVisit visit) {
    Doom doom = moment.doom();
    return doom == null
        ? Deadlines.missed(moment, visit)
        : new StepOutcome.Failed(doom.error(), moment.plan().at(visit.step().position()), null, true);
  }

  private static TaskCall call(StepVisit visit) {
    return TaskDecisions.callOf(visit.step())
        .orElseThrow(() -> new IllegalStateException("'" + visit.node().id() + "' calls no task"));
  }

  private static Command action(Moment moment, Frame frame, StepVisit visit) {
    return switch (visit.step().action()) {
      case StepAction.Route route -> end(moment, frame, visit, StepOutcome.Done.NOTHING);
      case StepAction.EndLoop endLoop -> end(moment, frame, visit, StepOutcome.Done.NOTHING);
      case StepAction.Call call -> TaskDecisions.call(moment, frame, visit, call.call(), 1);
      case StepAction.BodyLoop loop -> LoopDecisions.start(moment, frame, visit);
      case StepAction.TaskLoop loop ->
          visit.item()
              ? TaskDecisions.call(moment, frame, visit, loop.call(), 1)
              : LoopDecisions.start(moment, frame, visit);
    };
  }

  static Command end(Moment moment, Frame frame, StepVisit visit, StepOutcome outcome) {
    return new Command.RecordEvent(finish(moment, frame, new Activity.Finished(visit, outcome)));
  }

  /** Ends a step or item whose action could not be rendered. */
  static Command failed(Moment moment, Frame frame, StepVisit visit, Rendering rendering) {
    StepOutcome.Failed failure = rendering.failure();
    if (failure == null) {
      throw new IllegalStateException("'" + visit.node().id() + "' failed without a reason");
    }
    return new Command.RecordEvent(
        visit.item()
            ? LoopDecisions.itemComplete(moment, frame, failure)
            : failed(moment, frame, visit, failure, rendering.warningNotes()));
  }

  /** The event that ends a step, or an item of a loop with a task. */
  static EventDraft finish(Moment moment, Frame frame, Activity.Finished finished) {
    StepVisit visit = finished.visit();
    if (visit.item()) {
      return LoopDecisions.itemComplete(moment, frame, finished.outcome());
    }
    return switch (finished.outcome()) {
      case StepOutcome.Failed failed -> failed(moment, frame, visit, failed, Map.of());
      case StepOutcome.Done done -> done(moment, frame, visit, done);
    };
  }

  private static EventDraft done(Moment moment, Frame frame, StepVisit visit, StepOutcome.Done done) {
    Step step = visit.step();
    Rendering rendering = moment.rendering();
    Scope scope = Bindings.ofAction(moment.plan(), step, done, frame.scope());
    Value returned = null;
    if (step.policy().returned() != null) {
      returned = rendering.value(step.policy().returned(), scope);
      scope = Bindings.reshaped(moment.plan(), step, returned, done, scope);
    }
    Map<String, Value> result = new LinkedHashMap<>();
    for (Map.Entry<String, ValueTemplate> entry : step.result().entries().entrySet()) {
      Value value = rendering.value(entry.getValue(), scope);
      result.put(entry.getKey(), value);
      scope = scope.bind(entry.getKey(), value);
    }
    if (!result.isEmpty()) {
      scope = Bindings.reshaped(moment.plan(), step, Value.of(result), done, scope);
    }
    List<Route> routes = leads(frame, step) ? Routing.judge(step, scope, rendering) : List.of();
    if (rendering.failure() != null) {
      return failed(moment, frame, visit, rendering.failure(), rendering.warningNotes());
    }
    Map<String, Value> notes = notes(moment.plan(), step, done, result, routes);
    return draft(frame, visit, Status.SUCCESS)
        .yielded(result.isEmpty() ? returned == null ? output(done) : returned : Value.of(result))
        .noting(rendering.notes(notes));
  }

  /** A step that is passed over: execution goes on from its {@code next}. */
  private static EventDraft skipped(Moment moment, Frame frame, StepVisit visit, Rendering rendering) {
    Step step = visit.step();
    Scope scope = Bindings.ofSkipped(step, frame.scope());
    List<Route> routes = leads(frame, step) ? Routing.judge(step, scope, rendering) : List.of();
    if (rendering.failure() != null) {
      return failed(moment, frame, visit, rendering.failure(), rendering.warningNotes());
    }
    Map<String, Value> notes = new LinkedHashMap<>();
    if (!routes.isEmpty()) {
      notes.put(Notes.NEXT, Notes.routes(routes));
    }
    return draft(frame, visit, Status.SKIPPED).noting(rendering.notes(notes));
  }

  /** Whether the step's {@code next} says where to go from it: a body loop's is its body, and nothing follows the end. */
  private static boolean leads(Frame frame, Step step) {
    boolean end = step.name().equals(Step.END) && frame.place().isExecution();
    return !end && !(step.action() instanceof StepAction.BodyLoop);
  }

  private static Map<String, Value> notes(
      Plan plan, Step step, StepOutcome.Done done, Map<String, Value> result, List<Route> routes) {
    Map<String, Value> notes = new LinkedHashMap<>();
    TaskDecisions.taskOf(plan, step).ifPresent(task -> notes.put(Notes.TASK, Value.of(task.name())));
    LoopFrame loop = done.loop();
    if (loop != null) {
      notes.put("counts", loop.countsMap());
    }
    if (!result.isEmpty()) {
      notes.put(Notes.BOUND, Value.of(result.keySet().stream().<Value>map(Value::of).toList()));
    }
    if (!routes.isEmpty()) {
      notes.put(Notes.NEXT, Notes.routes(routes));
    }
    return notes;
  }

  /** What the log keeps of the data: nothing for a step that yields none, no list beyond the bound. */
  private static @Nullable Value output(StepOutcome.Done done) {
    LoopFrame loop = done.loop();
    if (loop != null && loop.size() > Loops.KEPT_ITEMS) {
      return loop.countsMap();
    }
    return done.equals(StepOutcome.Done.NOTHING) ? null : done.data();
  }

  private static EventDraft failed(
      Moment moment, Frame frame, StepVisit visit, StepOutcome.Failed failed, Map<String, Value> warnings) {
    Map<String, Value> notes = new LinkedHashMap<>();
    TaskDecisions.taskOf(moment.plan(), visit.step())
        .ifPresent(task -> notes.put(Notes.TASK, Value.of(task.name())));
    notes.put(Notes.AT, Value.of(failed.at()));
    notes.putAll(warnings);
    if (moment.doomed() && failed.known()) {
      notes.put(Notes.CANCELLED, Value.TRUE);
    } else {
      notes.putAll(accepted(moment, frame, visit, failed));
      if (moment.accepting() && !notes.containsKey(Notes.ON_ERROR)) {
        notes.put(Notes.ACCEPTED, Value.TRUE);
      }
    }
    return draft(frame, visit, Status.ERROR)
        .yielded(failed.data())
        .failing(failed.error())
        .noting(Value.of(notes));
  }

  /** How a failure is accepted and where execution goes on then; nothing when it is not. */
  private static Map<String, Value> accepted(
      Moment moment, Frame frame, StepVisit visit, StepOutcome.Failed failed) {
    Step step = visit.step();
    Map<String, Value> notes = new LinkedHashMap<>();
    switch (TaskDecisions.onError(moment.plan(), step)) {
      case OnError.Fail fail -> {}
      case OnError.GoTo target -> {
        notes.put(Notes.ON_ERROR, Value.of("step"));
        notes.put(Notes.NEXT, Notes.routes(List.of(Route.onError(target.target()))));
      }
      case OnError.Continue goOn -> {
        Rendering rendering = moment.rendering();
        Scope scope = Bindings.ofFailure(moment.plan(), step, failed, frame.scope());
        List<Route> routes = leads(frame, step) ? Routing.judge(step, scope, rendering) : List.of();
        if (rendering.failure() == null) {
          notes.put(Notes.ON_ERROR, Value.of("continue"));
          notes.put(Notes.NEXT, Notes.routes(routes));
        }
        notes.putAll(rendering.warningNotes());
      }
    }
    return notes;
  }

  private static EventDraft draft(Frame frame, StepVisit visit, Status status) {
    return EventDraft.of(EventType.STEP_RESULT, visit.node(), status, visit.startSequence())
        .since(visit.startedAt())
        .in(frame.place());
  }
}
