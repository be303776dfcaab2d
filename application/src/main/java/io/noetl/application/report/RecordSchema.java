package io.noetl.application.report;

import io.noetl.domain.event.EventColumn;
import java.util.List;

/**
 * The columns of what was analysed.
 *
 * @param columns those that are there, in their order
 * @param missing columns of the event log that are not there, in the order of the event log
 */
public record RecordSchema(List<Column> columns, List<Missing> missing) {

  public RecordSchema {
    columns = List.copyOf(columns);
    missing = List.copyOf(missing);
  }

  /**
   * A column that is there.
   *
   * @param type as DuckDB calls it
   * @param known whether it is one of the event log's; others are left alone
   */
  public record Column(String name, String type, boolean known) {}

  /**
   * A column that is not there, and can be done without.
   *
   * @param consequence what the analysis lacks for it: a sentence without its full stop
   */
  public record Missing(EventColumn column, String consequence) {}
}
