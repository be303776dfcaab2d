package io.noetl.adapters.cli.run;

import io.noetl.application.run.ExecutionListener;
import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.template.Problem;
import java.util.List;

/** Passes everything on, and notices when a run begins. */
final class BeginNoticed implements ExecutionListener {

  private final ExecutionListener listener;
  private volatile boolean noticed;

  BeginNoticed(ExecutionListener listener) {
    this.listener = listener;
  }

  /** Whether the first event was recorded. */
  boolean noticed() {
    return noticed;
  }

  @Override
  public void started(Playbook playbook, List<Problem> warnings) {
    listener.started(playbook, warnings);
  }

  @Override
  public void happened(Event event) {
    noticed = true;
    listener.happened(event);
  }
}
