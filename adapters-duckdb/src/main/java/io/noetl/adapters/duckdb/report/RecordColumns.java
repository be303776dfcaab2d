package io.noetl.adapters.duckdb.report;

import io.noetl.application.report.RecordSchema;
import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The columns of what is analysed, and how each becomes a column of the event log. Four are needed; the others have
 * something to stand in for them.
 */
final class RecordColumns {

  /** What nothing could be told without. */
  static final List<EventColumn> NEEDED =
      List.of(EventColumn.EXECUTION_ID, EventColumn.TIMESTAMP, EventColumn.EVENT_TYPE, EventColumn.NODE_ID);

  private static final Set<String> TIMES =
      Set.of("TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP_S", "DATE", "VARCHAR");

  private final List<RecordSchema.Column> columns;
  private final Map<EventColumn, String> types = new EnumMap<>(EventColumn.class);

  /**
   * @param columns names and DuckDB types, in order
   */
  RecordColumns(List<RecordSchema.Column> columns) {
    this.columns = List.copyOf(columns);
    for (RecordSchema.Column column : columns) {
      EventColumn.ALL.stream()
          .filter(its -> its.columnName().equals(column.name().toLowerCase(Locale.ROOT)))
          .forEach(its -> types.put(its, column.type()));
    }
  }

  /** A column as a schema names it. */
  static RecordSchema.Column column(String name, String type) {
    boolean known = EventColumn.ALL.stream().anyMatch(its -> its.columnName().equals(name.toLowerCase(Locale.ROOT)));
    return new RecordSchema.Column(name, type, known);
  }

  RecordSchema schema() {
    List<RecordSchema.Missing> missing = new ArrayList<>();
    for (EventColumn column : EventColumn.ALL) {
      if (!types.containsKey(column)) {
        missing.add(new RecordSchema.Missing(column, consequence(column)));
      }
    }
    return new RecordSchema(columns, missing);
  }

  boolean has(EventColumn column) {
    return types.containsKey(column);
  }

  /** The needed columns that are not there. */
  List<EventColumn> lacking() {
    return NEEDED.stream().filter(column -> !types.containsKey(column)).toList();
  }

  /** Whether the column that tells the time holds times. */
  boolean tellsTime() {
    return TIMES.contains(types.getOrDefault(EventColumn.TIMESTAMP, ""));
  }

  /** What the column that tells the time holds. */
  String typeOf(EventColumn column) {
    return types.getOrDefault(column, "");
  }

  /** Whether all columns are there with the types that noetl gives them. */
  boolean areOurs() {
    return EventColumn.ALL.stream().allMatch(column -> isOurs(column, typeOf(column)));
  }

  private static boolean isOurs(EventColumn column, String type) {
    return switch (column.type()) {
      case TEXT, JSON -> type.equals("VARCHAR");
      case TIMESTAMP -> type.equals("TIMESTAMP WITH TIME ZONE") || type.equals("TIMESTAMP");
      case DOUBLE -> type.equals("DOUBLE");
      case LONG -> type.equals("BIGINT");
      case INT -> type.equals("INTEGER");
    };
  }

  /** An expression for a column as the event log has it, null where there is none. */
  String expression(EventColumn column) {
    if (!has(column)) {
      return "NULL";
    }
    String name = Sql.name(column.columnName());
    return switch (column.type()) {
      case TEXT -> "CAST(" + name + " AS VARCHAR)";
      case JSON -> json(name, typeOf(column));
      case TIMESTAMP -> time(name, typeOf(column));
      case DOUBLE -> "CASE WHEN isfinite(TRY_CAST(" + name + " AS DOUBLE)) THEN TRY_CAST(" + name + " AS DOUBLE) END";
      case LONG -> "TRY_CAST(" + name + " AS BIGINT)";
      case INT -> "TRY_CAST(" + name + " AS INTEGER)";
    };
  }

  /** Texts are taken as they are: what is no JSON is shown as text. What other tools keep as structs becomes JSON. */
  private static String json(String name, String type) {
    boolean text = type.equals("VARCHAR") || type.equals("JSON");
    return text ? "CAST(" + name + " AS VARCHAR)" : "CAST(to_json(" + name + ") AS VARCHAR)";
  }

  private static String time(String name, String type) {
    return type.equals("VARCHAR")
        ? "epoch_us(TRY_CAST(" + name + " AS TIMESTAMP WITH TIME ZONE))"
        : "epoch_us(CAST(" + name + " AS " + (type.endsWith("ZONE") ? type : "TIMESTAMP") + "))";
  }

  private static String consequence(EventColumn column) {
    return switch (column) {
      case EXECUTION_ID, TIMESTAMP, EVENT_TYPE, NODE_ID -> "it is needed";
      case EVENT_ID, PARENT_EVENT_ID -> "what lies in what is unknown, and starts are matched with endings by node";
      case NODE_NAME -> "nodes go by their ids";
      case NODE_TYPE -> "types are told from events alone, and loops look like steps";
      case STATUS -> "only errors are told, from the types of events";
      case DURATION -> "there are no durations";
      case INPUT_CONTEXT -> "there are no inputs";
      case OUTPUT_RESULT -> "there are no results";
      case METADATA -> "versions, places in the playbook and the items of loops are unknown";
      case ERROR -> "errors have no text";
      case SEQUENCE -> "events are ordered by their time";
      case ATTEMPT -> "attempts are not numbered";
      case LOOP_NAME, CURRENT_INDEX -> "the timeline does not name loops and items";
      case WORKER_ID -> "nothing in this report";
    };
  }
}
