package io.noetl.adapters.duckdb.store;

import java.util.List;

/** placeholder */
final class EventLogViews {
  static final List<String> ALL = List.of();
  private EventLogViews() {}
}
