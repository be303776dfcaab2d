package io.noetl.adapters.cli.query;

import io.noetl.domain.value.Value;
import java.io.PrintStream;
import java.util.List;

/** Ends a query whose answer can no longer be written: {@code noetl query … | head}. */
final class WatchedSink implements AnswerSink {

  private static final int ROWS_BETWEEN_LOOKS = 1_000;

  private final AnswerSink sink;
  private final PrintStream out;
  private int rows;

  WatchedSink(AnswerSink sink, PrintStream out) {
    this.sink = sink;
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    sink.columns(names);
  }

  @Override
  public void row(List<Value> values) {
    sink.row(values);
    rows++;
    if (rows == ROWS_BETWEEN_LOOKS) {
      rows = 0;
      if (out.checkError()) {
        throw new OutputClosedException();
      }
    }
  }

  @Override
  public void finish() {
    sink.finish();
  }
}
