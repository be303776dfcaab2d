package io.noetl.domain.event;

import java.util.List;
import java.util.Locale;

/**
 * The columns of the event log, in order: the only list of them. A column's name is its constant in lower case; its
 * field id, fixed for ever, is its place in this list counted from 1. New columns are added at the end.
 */
public enum EventColumn {
  EXECUTION_ID(Type.TEXT, false),
  EVENT_ID(Type.TEXT, false),
  PARENT_EVENT_ID(Type.TEXT, true),
  TIMESTAMP(Type.TIMESTAMP, false),
  EVENT_TYPE(Type.TEXT, false),
  NODE_ID(Type.TEXT, false),
  NODE_NAME(Type.TEXT, false),
  NODE_TYPE(Type.TEXT, false),
  STATUS(Type.TEXT, false),
  DURATION(Type.DOUBLE, true),
  INPUT_CONTEXT(Type.JSON, true),
  OUTPUT_RESULT(Type.JSON, true),
  METADATA(Type.JSON, true),
  ERROR(Type.TEXT, true),
  SEQUENCE(Type.LONG, false),
  ATTEMPT(Type.INT, true),
  LOOP_NAME(Type.TEXT, true),
  CURRENT_INDEX(Type.LONG, true),
  WORKER_ID(Type.TEXT, true);

  /** All columns in order. */
  public static final List<EventColumn> ALL = List.of(values());

  /** The version of this schema, kept in every export. */
  public static final int SCHEMA_VERSION = 1;

  private final Type type;
  private final boolean nullable;
  private final String columnName;

  EventColumn(Type type, boolean nullable) {
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
    return ordinal() + 1;
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
