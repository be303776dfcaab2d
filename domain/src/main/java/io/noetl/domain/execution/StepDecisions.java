package io.noetl.domain.execution;

import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
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
    if (moment.cancelled()) {
      return List.of(end(moment, frame, visit, cancelled(moment, visit)));
    }
    if (stepping.failure() != null) {
      return List.of(end(moment, frame, visit, stepping.failure()));
    }
    return List.of(
        switch (visit.step().action()) {
          case StepAction.Route route -> end(moment, frame, visit, StepOutcome.Done.NOTHING);
          case StepAction.EndLoop endLoop -> end(moment, frame, visit, StepOutcome.Done.NOTHING);
          case StepAction.Call call -> TaskDecisions.call(moment, frame, visit, call.call());
          case StepAction.BodyLoop loop -> LoopDecisions.start(moment, frame, visit);
          case StepAction.TaskLoop loop ->
              visit.item()
                  ? TaskDecisions.call(moment, frame, visit, loop.call())
                  : LoopDecisions.start(moment, frame, visit);
        });
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
    Map<String, Value> result = new LinkedHashMap<>();
    for (Map.Entry<String, ValueTemplate> entry : step.result().entries().entrySet()) {
      Value value = rendering.value(entry.getValue(), scope);
      result.put(entry.getKey(), value);
      scope = scope.bind(entry.getKey(), value);
    }
    if (!result.isEmpty()) {
      scope = Bindings.ofStep(step, Value.of(result), scope);
    }
    List<Route> routes = leads(frame, step) ? Routing.judge(step, scope, rendering) : List.of();
    if (rendering.failure() != null) {
      return failed(moment, frame, visit, rendering.failure(), rendering.warningNotes());
    }
    Map<String, Value> notes = notes(moment.plan(), step, done, result, routes);
    return draft(frame, visit, Status.SUCCESS)
        .yielded(result.isEmpty() ? output(done) : Value.of(result))
        .noting(rendering.notes(notes));
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
      notes.put("counts", loop.counts().asMap(loop.items().size()));
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
    if (loop != null && loop.items().size() > Loops.KEPT_ITEMS) {
      return loop.counts().asMap(loop.items().size());
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
    if (moment.cancelled() && failed.known()) {
      notes.put(Notes.CANCELLED, Value.TRUE);
    }
    return draft(frame, visit, Status.ERROR)
        .yielded(failed.data())
        .failing(failed.error())
        .noting(Value.of(notes));
  }

  private static EventDraft draft(Frame frame, StepVisit visit, Status status) {
    return EventDraft.of(EventType.STEP_RESULT, visit.node(), status, visit.startSequence())
        .since(visit.startedAt())
        .in(frame.place());
  }

  static StepOutcome.Failed cancelled(Moment moment, StepVisit visit) {
    return new StepOutcome.Failed("cancelled", moment.plan().at(visit.step().position()), null, true);
  }
}
