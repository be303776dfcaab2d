package io.noetl.application.analysis;

/** A column of a report's table. */
public record TableColumn(String name, Type type) {

  static TableColumn of(String name, Type type) {
    return new TableColumn(name, type);
  }

  /** What its values are, beside null. */
  public enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    /** ISO 8601 text, UTC, microseconds: {@code 2026-01-31T09:05:00.000001Z}. */
    TIMESTAMP,
    /** Any JSON. */
    JSON
  }
}
