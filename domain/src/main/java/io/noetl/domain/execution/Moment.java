package io.noetl.domain.execution;

import io.noetl.domain.event.Node;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a scope is based on.
 *
 * @param signals what it depends on beside the events so far
 * @param doom why the scope is to be wound down; null when it is not
 * @param accepting whether a failure of the scope is accepted by what is around it
 */
record Moment(Plan plan, ExecutionState state, Signals signals, @Nullable Doom doom, boolean accepting) {

  /** The moment of the execution's own scope. */
  static Moment of(Plan plan, ExecutionState state, Signals signals) {
    boolean ending = state.phase() == ExecutionState.Phase.FINALLY;
    if (ending) {
      return new Moment(plan, state, signals, null, false);
    }
    Doom doom = signals.cancelled() ? Doom.CANCELLED : Deadlines.ofExecution(plan, state, signals.now());
    return new Moment(plan, state, signals, doom, false);
  }

  Instant now() {
    return signals.now();
  }

  ItemFeed feed() {
    return signals.feed();
  }

  Rendering rendering() {
    return new Rendering(plan, state);
  }

  boolean doomed() {
    return doom != null;
  }

  /** The moment of the scope that a node lies in. */
  Moment at(Node node) {
    Moment moment = this;
    Frame frame = state.root();
    for (int index : Nodes.path(node.id())) {
      if (!(frame.activity() instanceof Activity.Looping looping)) {
        throw new IllegalArgumentException("no loop runs in the scope '" + frame.place().nodeId() + "'");
      }
      moment = moment.inside(looping);
      Frame inner = looping.loop().active().get(index);
      if (inner == null) {
        throw new IllegalArgumentException("item " + index + " of '" + looping.visit().node().id() + "' does not run");
      }
      frame = inner;
    }
    return moment;
  }

  /** The moment of what runs inside the step that {@code frame} is busy with. */
  Moment inside(Activity.Looping looping) {
    boolean accepted = Loops.accepts(plan, looping, accepting);
    if (doom != null) {
      return accepting(accepted);
    }
    StepOutcome.Failed late = Deadlines.missed(this, looping.visit());
    StepOutcome.Failed stopped = late == null ? looping.loop().stopped() : late;
    return stopped == null
        ? accepting(accepted)
        : new Moment(plan, state, signals, new Doom(stopped.error()), accepted);
  }

  private Moment accepting(boolean accepted) {
    return accepted == accepting ? this : new Moment(plan, state, signals, doom, accepted);
  }
}
