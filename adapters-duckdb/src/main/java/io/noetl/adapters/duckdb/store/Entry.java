package io.noetl.adapters.duckdb.store;

import io.noetl.domain.event.Event;
import io.noetl.domain.playbook.Playbook;

/** What the writer thread is handed, in order. */
sealed interface Entry permits Entry.Row, Entry.Source, Work, Entry.Stop {

  /** Roughly how many bytes it holds on the heap. */
  long size();

  /**
   * An event to be appended.
   *
   * @param handedOverAt when, on the clock of {@link System#nanoTime()}
   */
  record Row(Event event, long handedOverAt, long size) implements Entry {}

  /**
   * A playbook to be kept.
   *
   * @param handedOverAt when, on the clock of {@link System#nanoTime()}
   */
  record Source(Playbook playbook, long handedOverAt) implements Entry {

    @Override
    public long size() {
      return playbook.source().length();
    }
  }

  /** The last entry. */
  record Stop() implements Entry {

    @Override
    public long size() {
      return 0;
    }
  }
}
