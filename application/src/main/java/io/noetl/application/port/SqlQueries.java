package io.noetl.application.port;

import io.noetl.domain.value.Value;
import java.nio.file.Path;
import java.util.List;

/** Runs one read-only SQL statement over recorded events, with nothing else in reach: no files, no network. */
public interface SqlQueries {

  /**
   * Queries a store.
   *
   * @throws io.noetl.application.error.StoreException if the store cannot be opened
   * @throws io.noetl.application.error.InvalidRequestException if the statement is wrong or not read-only
   */
  void queryStore(Path store, String sql, RowSink sink);

  /**
   * Queries a Parquet file as table {@code event_log}.
   *
   * @throws io.noetl.application.error.InputException if the file cannot be read
   * @throws io.noetl.application.error.InvalidRequestException if the statement is wrong or not read-only
   */
  void queryFile(Path file, String sql, RowSink sink);

  /** Takes the answer, row by row. */
  interface RowSink {

    /** Called once, before any row. */
    void columns(List<String> names);

    /**
     * One value a column: timestamps are ISO text, columns of type JSON are parsed, what JSON lacks is text.
     */
    void row(List<Value> values);
  }
}
