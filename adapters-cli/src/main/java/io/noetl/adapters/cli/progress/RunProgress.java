package io.noetl.adapters.cli.progress;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.run.ExecutionListener;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows on stderr what happens while a playbook runs: a live line on a terminal, a line per step elsewhere, and warnings,
 * failures inside loops and what tasks printed on both. Safe for several threads.
 */
public final class RunProgress implements ExecutionListener, AutoCloseable {

  private final Terminal terminal;
  private final Style style;
  private final RepeatedMessages warnings;
  private final LoopFailures loops;
  private final StepLines steps;
  private final PrintedLines printed;
  private @Nullable LiveLine live;
  private boolean closed;

  public RunProgress(Terminal terminal) {
    this.terminal = terminal;
    this.style = Style.of(terminal.errColours());
    this.warnings = new RepeatedMessages(this::print);
    this.loops = new LoopFailures(this::print, style);
    this.steps = new StepLines(this::print, style);
    this.printed = new PrintedLines(this::print);
  }

  @Override
  public synchronized void started(Playbook playbook, List<Problem> problems) {
    for (Problem problem : problems) {
      warn(playbook.file() + ":" + problem.position() + ": " + problem.message());
    }
    if (terminal.errInteractive()) {
      live = new LiveLine(terminal, playbook.name());
      live.refresh();
    }
  }

  @Override
  public synchronized void happened(Event event) {
    if (event.metadata() instanceof MapValue metadata && metadata.valueOf("warnings") instanceof ListValue texts) {
      texts.items().forEach(this::warn);
    }
    printed.follow(event);
    loops.follow(event);
    if (live == null) {
      steps.follow(event);
    } else {
      live.follow(event);
    }
  }

  /** Moves the elapsed time on. */
  public synchronized void tick() {
    if (live != null) {
      live.refresh();
    }
  }

  /** Shows a line of its own, above the live line. */
  public synchronized void print(String line) {
    if (live != null) {
      live.erase();
    }
    terminal.err().println(line);
  }

  /** Takes the live line away and tells which warnings and failures were repeated. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (live != null) {
      live.erase();
      live = null;
    }
    warnings.summarize(style.yellow("warning:") + " ");
    loops.close();
  }

  private void warn(Value warning) {
    warn(warning instanceof TextValue text ? text.value() : warning.toString());
  }

  private void warn(String warning) {
    String text = LineText.of(warning);
    warnings.show(text, style.yellow("warning:") + " " + text);
  }

  /** How many of the run's failures were shown already. */
  public synchronized long failuresShown() {
    return loops.shown();
  }

  /** Whether the failure of a node was shown already. */
  public synchronized boolean hasShownFailure(String nodeId) {
    return loops.hasShown(nodeId);
  }
}
