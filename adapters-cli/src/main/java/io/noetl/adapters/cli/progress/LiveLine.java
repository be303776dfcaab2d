package io.noetl.adapters.cli.progress;

import io.noetl.adapters.cli.terminal.DurationText;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.domain.event.Event;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The line of a terminal that shows where a run is: current step, loop counters, elapsed time. It is drawn over itself,
 * at most ten times a second. Not safe for several threads.
 */
final class LiveLine {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final String ERASE = "\r\u001b[2K";

  private final Terminal terminal;
  private final Map<String, Long> itemsOfLoops = new HashMap<>();
  private final Instant started;
  private Instant drawn = Instant.MIN;
  private String current;
  private boolean visible;

  LiveLine(Terminal terminal, String playbook) {
    this.terminal = terminal;
    this.current = playbook;
    this.started = terminal.clock().instant();
  }

  void follow(Event event) {
    String nodeId = event.node().id();
    switch (event.type()) {
      case STEP_START, LOOP_ITERATION -> current = nodeId;
      case LOOP_START -> remember(nodeId, event);
      case LOOP_COMPLETE -> itemsOfLoops.remove(nodeId);
      case EXECUTION_START,
          EXECUTION_ERROR,
          EXECUTION_COMPLETE,
          STEP_RESULT,
          TASK_START,
          TASK_COMPLETE,
          TASK_ERROR,
          LOOP_ITERATION_FILTERED,
          LOOP_ITERATION_COMPLETE,
          STEP_TRANSITION -> {}
    }
    refresh();
  }

  /** Draws the line unless it was drawn just now. */
  void refresh() {
    Instant now = terminal.clock().instant();
    if (!visible || Duration.between(drawn, now).compareTo(PAUSE) >= 0) {
      draw(now);
    }
  }

  /** Makes room for a line of text. */
  void erase() {
    if (visible) {
      terminal.err().print(ERASE);
      terminal.err().flush();
      visible = false;
    }
  }

  private void draw(Instant now) {
    String elapsed = "  " + DurationText.running(Duration.between(started, now));
    int room = Math.max(10, terminal.width() - 1 - elapsed.length());
    String where = LineText.shortened(LineText.of(NodePath.shown(current, itemsOfLoops)), room);
    terminal.err().print(ERASE + where + Style.of(terminal.errColours()).faint(elapsed));
    terminal.err().flush();
    visible = true;
    drawn = now;
  }

  private void remember(String loop, Event start) {
    Long items = items(start.metadata());
    items = items == null ? items(start.output()) : items;
    items = items == null ? items(start.input()) : items;
    if (items != null) {
      itemsOfLoops.put(loop, items);
    }
  }

  /** A loop's start tells its items, or how many there are, under {@code items}. */
  private static @Nullable Long items(@Nullable Value told) {
    if (!(told instanceof MapValue map)) {
      return null;
    }
    Value items = map.valueOf("items");
    if (items instanceof IntValue count) {
      return count.value();
    }
    return items instanceof ListValue list ? (long) list.items().size() : null;
  }
}
