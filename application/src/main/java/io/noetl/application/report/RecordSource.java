package io.noetl.application.report;

/** Where the records to analyse come from. */
public sealed interface RecordSource {

  /**
   * Parquet files with the columns of the event log.
   *
   * @param location a file, a folder whose {@code *.parquet} files are meant, or a pattern with {@code *}, {@code ?} or
   *     {@code [}
   */
  record Exports(String location) implements RecordSource {}

  /**
   * One execution in an event store.
   *
   * @param store the store's path
   * @param execution an execution id, or {@code last}
   */
  record Stored(String store, String execution) implements RecordSource {}
}
