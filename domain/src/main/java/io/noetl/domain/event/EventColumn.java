package io.noetl.domain.event;

import java.util.List;
import java.util.Locale;

/**
 * The columns of the event log, in order: the only list of them. A column's name is its constant in lower case; its
 * field id is fixed for ever. New columns are added at the end.
 */
public enum EventColumn {
  EXECUTION_ID(1, Type.TEXT, false),
  EVENT_ID(2, Type.TEXT, false),
  PARENT_EVENT_ID(3, Type.TEXT, true),
  TIMESTAMP(4, Type.TIMESTAMP, false),
  EVENT_TYPE(5, Type.TEXT, false),
  NODE_ID(6, Type.TEXT, false),
  NODE_NAME(7, Type.TEXT, false),
  NODE_TYPE(8, Type.TEXT, false),
  STATUS(9, Type.TEXT, false),
  DURATION(10, Type.DOUBLE, true),
  INPUT_CONTEXT(11, Type.JSON, true),
  OUTPUT_RESULT(12, Type.JSON, true),
  METADATA(13, Type.JSON, true),
  ERROR(14, Type.TEXT, true),
  SEQUENCE(15, Type.LONG, false),
  ATTEMPT(16, Type.INT, true),
  LOOP_NAME(17, Type.TEXT, true),
  CURRENT_INDEX(18, Type.LONG, true),
  WORKER_ID(19, Type.TEXT, true);

  /** All columns in order. */
  public static final List<EventColumn> ALL = List.of(values());

  /** The columns whose values are texts, of JSON or any. */
  public static final List<EventColumn> TEXTS =
      ALL.stream().filter(column -> column.type == Type.TEXT || column.type == Type.JSON).toList();

  /** The version of this schema, kept in every export. */
  public static final int SCHEMA_VERSION = 1;

  private final int fieldId;
  private final Type type;
  private final boolean nullable;
  private final String columnName;

  EventColumn(int fieldId, Type type, boolean nullable) {
    this.fieldId = fieldId;
    this.type = type;
    this.nullable = nullable;
    this.columnName = name().toLowerCase(Locale.ROOT);
  }

  /** The name in SQL and Parquet. */
  public String columnName() {
    return columnName;
  }

  public Type type() {
    return type;
  }

  public boolean nullable() {
    return nullable;
  }

  /** The Parquet field id, from 1. */
  public int fieldId() {
    return fieldId;
  }

  /** How a column's values are represented. */
  public enum Type {
    /** Unicode text without lone surrogates. */
    TEXT,
    /** Unicode text that is one JSON value. */
    JSON,
    /** 64-bit count of microseconds since 1970-01-01T00:00:00 UTC. */
    TIMESTAMP,
    /** 64-bit IEEE 754; durations are seconds. */
    DOUBLE,
    /** 64-bit signed. */
    LONG,
    /** 32-bit signed. */
    INT
  }
}
