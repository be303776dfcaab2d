package io.noetl.domain.execution;

import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what one scope does next. */
final class FrameDecisions {

  private FrameDecisions() {}

  /** Nothing when the scope awaits a task, or has nothing left to do. */
  static List<Command> decide(Moment moment, Frame frame) {
    return switch (frame.activity()) {
      case Activity.Idle idle -> moment.doomed() ? List.of() : next(moment, frame);
      case Activity.Entering entering ->
          moment.doomed() ? List.of() : record(StepDecisions.start(moment, frame, entering));
      case Activity.Stepping stepping -> StepDecisions.act(moment, frame, stepping);
      case Activity.Running running -> List.of();
      case Activity.Waiting waiting -> StepDecisions.again(moment, frame, waiting);
      case Activity.Looping looping -> LoopDecisions.decide(moment, frame, looping);
      case Activity.Finished finished -> record(StepDecisions.finish(moment, frame, finished));
      case Activity.Failing failing -> List.of();
    };
  }

  /** Whether the scope is between two steps, so that nothing of it has to be closed. */
  static boolean between(Frame frame) {
    return frame.activity() instanceof Activity.Idle || frame.activity() instanceof Activity.Entering;
  }

  private static List<Command> next(Moment moment, Frame frame) {
    if (!frame.agenda().isEmpty()) {
      return record(transition(moment, frame, frame.agenda().first()));
    }
    Frame.Arrival end = frame.end();
    if (end != null) {
      return record(StepDecisions.start(moment, frame, new Activity.Entering(end.pending(), end.with(), end.failure())));
    }
    return List.of();
  }

  /** The way to the next step. A join is not entered on the way, so it counts as no visit. */
  static EventDraft transition(Moment moment, Frame frame, Pending pending) {
    Rendering rendering = moment.rendering();
    rendering.fail(pending.failure());
    MapValue with = rendering.fields(pending.with(), frame.scope());
    boolean join = isJoin(moment.plan().playbook(), frame, pending);
    String to = join ? pending.toStep() : localName(frame, pending.toStep());
    Map<String, Value> notes = new LinkedHashMap<>();
    notes.put(Notes.FROM, Value.of(pending.fromStep()));
    notes.put(Notes.TO, Value.of(pending.toStep()));
    if (pending.condition() != null) {
      notes.put(Notes.CONDITION, Value.of(pending.condition()));
    }
    return EventDraft.of(
            EventType.STEP_TRANSITION, Nodes.transition(pending, to), Status.SUCCESS, frame.place().startSequence())
        .received(with.entries().isEmpty() ? null : with)
        .noting(rendering.notes(notes))
        .in(frame.place());
  }

  private static String localName(Frame frame, String step) {
    String id = frame.nextNodeId(step);
    return id.substring(frame.place().nodeIdOf("").length());
  }

  /** Whether a branch ends at that step, because it joins: {@code end}, and the end of the scope's own loop. */
  static boolean isJoin(Playbook playbook, Frame frame, Pending pending) {
    if (pending.toStep().equals(Step.END)) {
      return true;
    }
    return isLoopEnd(playbook, frame, pending);
  }

  /** Whether a branch of an iteration ends there; the end of the same loop, run once more inside, is entered. */
  static boolean isLoopEnd(Playbook playbook, Frame frame, Pending pending) {
    return !pending.joined()
        && playbook.step(pending.toStep()).action() instanceof StepAction.EndLoop end
        && end.loopStep().equals(frame.place().loop());
  }

  private static List<Command> record(EventDraft draft) {
    return List.of(new Command.RecordEvent(draft));
  }
}
