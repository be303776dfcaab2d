package io.noetl.domain.execution;

import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Node;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.LoopItems;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides how a loop begins, which item comes next, and how items and loop end. */
final class LoopDecisions {

  private LoopDecisions() {}

  static Command start(Moment moment, Frame frame, StepVisit visit) {
    Rendering rendering = moment.rendering();
    LoopWork work = LoopWorks.of(moment.plan(), visit.step(), frame.scope(), rendering);
    if (work == null) {
      return StepDecisions.failed(moment, frame, visit, rendering);
    }
    Map<String, Value> notes = new LinkedHashMap<>();
    notes.put("iterator", Value.of(Loops.of(visit.step()).iterator()));
    if (work.items() != null) {
      notes.put("items", Value.of(work.items().size()));
    }
    if (work.path() != null) {
      notes.put("in_file", Value.of(work.path()));
    }
    if (work.concurrency() > 1) {
      notes.put("concurrency", Value.of(work.concurrency()));
    }
    return new Command.RecordEvent(
        EventDraft.of(EventType.LOOP_START, visit.node(), Status.IN_PROGRESS, visit.startSequence())
            .noting(rendering.notes(notes))
            .loop(visit.step().name()));
  }

  /**
   * Goes on with the first iteration that can; when none can, opens the next one, or ends the loop once none runs. One
   * thing at a time, so that each is decided in the state in which it is folded again.
   */
  static List<Command> decide(Moment moment, Frame frame, Activity.Looping looping) {
    LoopFrame loop = looping.loop();
    Moment inside = moment.inside(looping);
    List<Command> commands = loop.active().search(iteration -> any(goOn(inside, iteration)));
    if (commands != null) {
      return commands;
    }
    NextItem next = inside.doomed() || !loop.hasRoom() ? NextItem.NONE : next(moment, looping);
    if (next.item() != null) {
      return List.of(new Command.RecordEvent(open(moment, frame, looping, next.item())));
    }
    return loop.active().isEmpty()
        ? List.of(new Command.RecordEvent(complete(moment, looping, next.failure())))
        : List.of();
  }

  private static @Nullable List<Command> any(List<Command> commands) {
    return commands.isEmpty() ? null : commands;
  }

  /** The next item; neither when there is none, or none that can be read. */
  private record NextItem(@Nullable Value item, StepOutcome.@Nullable Failed failure) {

    static final NextItem NONE = new NextItem(null, null);
  }

  private static NextItem next(Moment moment, Activity.Looping looping) {
    LoopFrame loop = looping.loop();
    List<Value> items = loop.work().items();
    if (items != null) {
      return loop.nextIndex() < items.size() ? new NextItem(items.get(loop.nextIndex()), null) : NextItem.NONE;
    }
    String path = String.valueOf(loop.work().path());
    if (!(Loops.of(looping.visit().step()).items() instanceof LoopItems.Recorded source)) {
      throw new IllegalStateException("the items of '" + looping.visit().node().id() + "' come from no file");
    }
    ItemFeed.ItemFile file = new ItemFeed.ItemFile(path, source.format());
    return switch (moment.feed().next(looping.visit().node().id(), loop.nextIndex(), file)) {
      case ItemFeed.Item.Found found -> new NextItem(found.value(), null);
      case ItemFeed.Item.End end -> NextItem.NONE;
      case ItemFeed.Item.Broken broken ->
          new NextItem(
              null, new StepOutcome.Failed(broken.error(), moment.plan().at(source.position()), null, false));
    };
  }

  private static List<Command> goOn(Moment moment, Frame iteration) {
    if (iteration.activity() instanceof Activity.Failing failing) {
      return List.of(new Command.RecordEvent(itemComplete(moment, iteration, failing.failure())));
    }
    List<Command> commands = FrameDecisions.decide(moment, iteration);
    if (!commands.isEmpty() || !FrameDecisions.between(iteration)) {
      return commands;
    }
    Doom doom = moment.doom();
    StepOutcome outcome =
        doom == null ? StepOutcome.Done.NOTHING : new StepOutcome.Failed(doom.error(), "", null, true);
    return List.of(new Command.RecordEvent(itemComplete(moment, iteration, outcome)));
  }

  private static EventDraft open(Moment moment, Frame frame, Activity.Looping looping, Value item) {
    Step step = looping.visit().step();
    Loop loop = Loops.of(step);
    int index = looping.loop().nextIndex();
    Scope scope = frame.scope().inner().bind(loop.iterator(), item);
    Rendering rendering = moment.rendering();
    boolean kept = loop.limits().chunk() != null || Loops.keeps(loop, scope, rendering);
    Map<String, Value> received = new LinkedHashMap<>();
    received.put(loop.iterator(), item);
    Map<String, Value> notes = new LinkedHashMap<>();
    boolean filtered = !kept && rendering.failure() == null;
    if (!filtered) {
      enter(step, scope, rendering, received, notes);
    }
    EventType type = filtered ? EventType.LOOP_ITERATION_FILTERED : EventType.LOOP_ITERATION;
    Status status = filtered ? Status.FILTERED : Status.IN_PROGRESS;
    Node node = Nodes.iteration(looping.visit(), index);
    return EventDraft.of(type, node, status, looping.loop().startSequence())
        .received(Value.of(received))
        .noting(rendering.notes(notes))
        .item(step.name(), index);
  }

  /** What an iteration begins with: the arguments of its task, or the first steps of its body. */
  private static void enter(
      Step step, Scope scope, Rendering rendering, Map<String, Value> received, Map<String, Value> notes) {
    if (step.action() instanceof StepAction.TaskLoop loop) {
      received.putAll(rendering.fields(loop.call().with(), scope).entries());
      return;
    }
    List<Route> routes = Routing.judge(step, scope, rendering);
    if (!routes.isEmpty()) {
      notes.put(Notes.NEXT, Notes.routes(routes));
    }
  }

  static EventDraft itemComplete(Moment moment, Frame iteration, StepOutcome outcome) {
    Frame.Place place = iteration.place();
    Node node = new Node(place.nodeId(), loopName(place), "iteration");
    Status status = outcome instanceof StepOutcome.Done ? Status.SUCCESS : Status.ERROR;
    EventDraft draft =
        EventDraft.of(EventType.LOOP_ITERATION_COMPLETE, node, status, place.startSequence())
            .since(place.startedAt())
            .in(place);
    return switch (outcome) {
      case StepOutcome.Done done -> draft.yielded(done.equals(StepOutcome.Done.NOTHING) ? null : done.data());
      case StepOutcome.Failed failed ->
          draft.failing(failed.error()).yielded(failed.data()).noting(Value.of(itemNotes(moment, failed)));
    };
  }

  private static Map<String, Value> itemNotes(Moment moment, StepOutcome.Failed failed) {
    Map<String, Value> notes = failureNotes(moment, failed);
    if (moment.accepting() && !notes.containsKey(Notes.CANCELLED)) {
      notes.put(Notes.ACCEPTED, Value.TRUE);
    }
    return notes;
  }

  private static EventDraft complete(
      Moment moment, Activity.Looping looping, StepOutcome.@Nullable Failed broken) {
    Step step = looping.visit().step();
    LoopFrame loop = looping.loop();
    StepOutcome.Failed stopped = loop.stopped();
    if (stopped == null) {
      stopped = StepDecisions.over(moment, looping.visit());
    }
    stopped = stopped == null ? broken : stopped;
    boolean accepted = Loops.onItemError(moment.plan(), step) == Loop.OnItemError.CONTINUE;
    boolean failed = stopped != null || (loop.counts().failed() > 0 && !accepted);
    EventDraft draft =
        EventDraft.of(
                EventType.LOOP_COMPLETE,
                looping.visit().node(),
                failed ? Status.ERROR : Status.SUCCESS,
                loop.startSequence())
            .since(loop.startedAt())
            .yielded(loop.countsMap())
            .loop(step.name());
    return stopped == null
        ? draft
        : draft.failing(stopped.error()).noting(Value.of(failureNotes(moment, stopped)));
  }

  private static Map<String, Value> failureNotes(Moment moment, StepOutcome.Failed failed) {
    Map<String, Value> notes = new LinkedHashMap<>();
    if (!failed.at().isEmpty()) {
      notes.put(Notes.AT, Value.of(failed.at()));
    }
    if (moment.doomed() && failed.known()) {
      notes.put(Notes.CANCELLED, Value.TRUE);
    }
    return notes;
  }

  private static String loopName(Frame.@Nullable Place place) {
    if (place == null || place.loop() == null) {
      throw new IllegalStateException("the execution's own scope is no iteration");
    }
    return place.loop();
  }
}
