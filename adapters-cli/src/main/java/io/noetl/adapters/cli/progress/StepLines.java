package io.noetl.adapters.cli.progress;

import io.noetl.adapters.cli.terminal.DurationText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One plain line per step that ended outside of loops; what ran inside a loop is counted on the line of its step. */
final class StepLines {

  private final Consumer<String> lines;
  private final Style style;
  private final Map<String, Counts> loops = new HashMap<>();

  StepLines(Consumer<String> lines, Style style) {
    this.lines = lines;
    this.style = style;
  }

  void follow(Event event) {
    String nodeId = event.node().id();
    if (event.type() == EventType.STEP_RESULT && !NodePath.isInLoop(nodeId)) {
      lines.accept(line(event));
    } else if (NodePath.isOuterIteration(nodeId)) {
      count(event);
    }
  }

  private void count(Event event) {
    if (event.type() == EventType.LOOP_ITERATION_COMPLETE) {
      countsOf(event.node().id()).ended(event.status() == Status.ERROR);
    } else if (event.type() == EventType.LOOP_ITERATION_FILTERED) {
      countsOf(event.node().id()).filtered++;
    }
  }

  private Counts countsOf(String iterationId) {
    return loops.computeIfAbsent(NodePath.outerLoop(iterationId), loop -> new Counts());
  }

  private String line(Event result) {
    Double duration = result.duration();
    Counts counts = loops.remove(result.node().id());
    return result.node().id()
        + "  "
        + style.status(result.status().text())
        + (duration == null ? "" : "  " + DurationText.of(duration))
        + (counts == null ? "" : "  " + counts.text())
        + accepted(result);
  }

  /** The report names failures, but not those that {@code on_error} accepts. */
  private String accepted(Event result) {
    if (result.status() != Status.ERROR) {
      return "";
    }
    FailureNotes notes = FailureNotes.of(result);
    return notes.accepted() ? "  " + style.yellow("accepted:") + " " + notes.text() : "";
  }

  /** What came of the items of a loop. */
  private static final class Counts {

    private long processed;
    private long failed;
    private long filtered;

    void ended(boolean withError) {
      processed++;
      failed += withError ? 1 : 0;
    }

    String text() {
      return processed
          + (processed == 1 ? " item" : " items")
          + (failed == 0 ? "" : ", " + failed + " failed")
          + (filtered == 0 ? "" : ", " + filtered + " filtered out");
    }
  }
}
