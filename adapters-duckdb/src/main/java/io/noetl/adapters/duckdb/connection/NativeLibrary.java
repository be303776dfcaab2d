package io.noetl.adapters.duckdb.connection;

/** placeholder */
final class NativeLibrary {
  private NativeLibrary() {}

  static void load() {}
}
