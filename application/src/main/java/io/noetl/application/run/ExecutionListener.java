package io.noetl.application.run;

import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.template.Problem;
import java.util.List;

/** Told of what happens while a playbook runs. Must return soon and must not throw. */
public interface ExecutionListener {

  /** The playbook was read and is about to run; the warnings are the reader's. */
  void started(Playbook playbook, List<Problem> warnings);

  /** An event was handed to the store. Template warnings are texts in its metadata under {@code warnings}. */
  void happened(Event event);

  /** A listener that does nothing. */
  ExecutionListener NONE =
      new ExecutionListener() {
        @Override
        public void started(Playbook playbook, List<Problem> warnings) {}

        @Override
        public void happened(Event event) {}
      };
}
