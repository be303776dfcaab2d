package io.noetl.adapters.cli.progress;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * What tasks printed, a line for each of theirs: {@code judge_city | 31.5 degrees}. Of much output the beginning is
 * shown; all of it is in the metadata of the task's last event, under {@code stdout} and {@code stderr}.
 */
final class PrintedLines {

  /** The most lines of one stream of one task. */
  private static final int MOST_OF_A_TASK = 50;

  /** The most lines of a run. */
  private static final int MOST = 1_000;

  /** The most columns of a line's text. */
  private static final int WIDTH = 500;

  private final Consumer<String> lines;
  private long shown;

  PrintedLines(Consumer<String> lines) {
    this.lines = lines;
  }

  void follow(Event event) {
    boolean ended = event.type() == EventType.TASK_COMPLETE || event.type() == EventType.TASK_ERROR;
    if (ended && event.metadata() instanceof MapValue notes) {
      String task = LineText.of(event.node().name()) + " | ";
      show(task, notes, "stdout");
      show(task, notes, "stderr");
    }
  }

  private void show(String task, MapValue notes, String stream) {
    if (shown > MOST || !(notes.valueOf(stream) instanceof TextValue text)) {
      return;
    }
    Iterator<String> printed = text.value().lines().iterator();
    for (int i = 0; printed.hasNext() && i < MOST_OF_A_TASK && shown < MOST; i++) {
      lines.accept(task + LineText.shortened(LineText.of(printed.next()), WIDTH));
      shown++;
    }
    if (printed.hasNext()) {
      boolean last = shown == MOST;
      shown += last ? 1 : 0;
      lines.accept(task + (last ? "… (tasks printed more; their events have it all)" : "… (more in the event)"));
    }
  }
}
