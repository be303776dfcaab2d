package io.noetl.adapters.cli.progress;

import io.noetl.adapters.cli.terminal.DurationText;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.MapValue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

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
    EventType type = event.type();
    if (type == EventType.STEP_START || type == EventType.LOOP_ITERATION) {
      current = nodeId;
    } else if (type == EventType.LOOP_START) {
      remember(nodeId, event);
    } else if (type == EventType.LOOP_COMPLETE) {
      itemsOfLoops.remove(nodeId);
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

  /** A loop's start tells in its metadata how many items there are. */
  private void remember(String loop, Event start) {
    if (start.metadata() instanceof MapValue notes && notes.valueOf("items") instanceof IntValue items) {
      itemsOfLoops.put(loop, items.value());
    }
  }
}
