package io.noetl.adapters.cli.query;

import io.noetl.application.port.SqlQueries.RowSink;

/** Writes an answer as it comes. */
public interface AnswerSink extends RowSink {

  /** Writes what is left; called once, after the last row. */
  void finish();
}
