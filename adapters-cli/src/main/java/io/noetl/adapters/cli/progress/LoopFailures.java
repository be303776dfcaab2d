package io.noetl.adapters.cli.progress;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells of failures inside loops when they happen, each text once; those outside end the run, whose report names them. What
 * failed and is accepted is told as such. What fails in a playbook that a task calls is told as failed: whether it is an
 * error of the run shows only when the calling step ends, which may try again or accept it, and which tells it then.
 */
final class LoopFailures {

  /** The most nodes that are remembered: as many failures as a report names. */
  private static final int MOST = 1_000;

  private final RepeatedMessages failures;
  private final RepeatedMessages accepted;
  private final RepeatedMessages undecided;
  private final Style style;
  private final Set<String> nodes = new HashSet<>();
  private long shown;

  LoopFailures(Consumer<String> lines, Style style) {
    this.failures = new RepeatedMessages(lines);
    this.accepted = new RepeatedMessages(lines);
    this.undecided = new RepeatedMessages(lines);
    this.style = style;
  }

  void follow(Event event) {
    boolean ended = event.type() == EventType.STEP_RESULT || event.type() == EventType.LOOP_ITERATION_COMPLETE;
    String nodeId = event.node().id();
    if (!ended || event.status() != Status.ERROR || !NodePath.isInLoop(nodeId)) {
      return;
    }
    FailureNotes notes = FailureNotes.of(event);
    if (notes.cancelled() || isToldBelow(event)) {
      return;
    }
    String where = " (" + LineText.of(nodeId) + ")";
    if (notes.accepted()) {
      accepted.show(notes.text(), acceptedLabel() + notes.text() + where);
    } else if (NodePath.isInCalledPlaybook(nodeId)) {
      undecided.show(notes.text(), undecidedLabel() + notes.text() + where);
    } else if (failures.show(notes.text(), failureLabel() + notes.text() + where)) {
      shown++;
      remember(nodeId);
    }
  }

  long shown() {
    return shown;
  }

  boolean hasShown(String nodeId) {
    return nodes.contains(nodeId);
  }

  /** Tells which ones were repeated; of failures of too many texts the report tells. */
  void close() {
    accepted.summarize(acceptedLabel());
    undecided.summarize(undecidedLabel());
    failures.repeats(failureLabel());
  }

  /** Whether the step that failed an item, or the item that failed a loop's step, has told it. */
  private static boolean isToldBelow(Event event) {
    String error = String.valueOf(event.error());
    return event.type() == EventType.LOOP_ITERATION_COMPLETE
        ? error.startsWith("step '")
        : event.node().type().equals("step.loop") && error.startsWith("item ");
  }

  private void remember(String nodeId) {
    if (nodes.size() < MOST) {
      nodes.add(nodeId);
    }
  }

  private String failureLabel() {
    return style.red("error:") + " ";
  }

  private String undecidedLabel() {
    return style.yellow("failed:") + " ";
  }

  private String acceptedLabel() {
    return style.yellow("accepted:") + " ";
  }
}
