package io.noetl.adapters.duckdb.task;

import io.noetl.domain.task.TaskTimeout;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a call.
 *
 * @param statements at least one
 * @param database the path of the database's file; null for a new database in memory
 * @param externalAccess whether files outside of the working folder, the network and extensions may be used
 * @param timeout how long all the statements may take together; null for as long as they like
 */
record TaskSettings(
    List<SqlStatement> statements, @Nullable String database, boolean externalAccess, @Nullable Duration timeout) {

  static final String COMMANDS = "commands";
  static final String DATABASE = "database";
  static final String EXTERNAL_ACCESS = "external_access";
  static final String TIMEOUT = "timeout";

  /** Reads rendered settings. */
  static TaskSettings read(MapValue settings) throws SettingException {
    return new TaskSettings(
        statements(settings.valueOf(COMMANDS)),
        database(settings.valueOf(DATABASE)),
        externalAccess(settings.valueOf(EXTERNAL_ACCESS)),
        timeout(settings.valueOf(TIMEOUT)));
  }

  /** Checks one setting alone; keys of no meaning here are left to the reader of playbooks. */
  static void check(String key, Value value) throws SettingException {
    switch (key) {
      case COMMANDS -> statements(value);
      case DATABASE -> database(value);
      case EXTERNAL_ACCESS -> externalAccess(value);
      case TIMEOUT -> timeout(value);
      default -> {}
    }
  }

  static List<SqlStatement> statements(Value value) throws SettingException {
    List<String> entries = new ArrayList<>();
    for (Value item : value instanceof ListValue list ? list.items() : List.of(value)) {
      if (!(item instanceof TextValue text)) {
        String found = value instanceof ListValue ? "a list with " + JsonWriter.write(item) : JsonWriter.write(value);
        throw new SettingException(COMMANDS, "commands must be SQL as text or a list of texts, not " + found);
      }
      entries.add(text.value());
    }
    List<SqlStatement> statements = SqlScript.split(entries);
    if (statements.isEmpty()) {
      throw new SettingException(COMMANDS, "commands hold no SQL statement");
    }
    return statements;
  }

  private static @Nullable String database(Value value) throws SettingException {
    if (value instanceof NullValue || value.equals(Value.of(":memory:"))) {
      return null;
    }
    if (value instanceof TextValue text && !text.value().isBlank()) {
      return text.value();
    }
    throw new SettingException(DATABASE, "database must be the path of a file or ':memory:', not " + JsonWriter.write(value));
  }

  static boolean externalAccess(Value value) throws SettingException {
    return switch (value) {
      case NullValue none -> false;
      case BoolValue bool -> bool.value();
      default ->
          throw new SettingException(
              EXTERNAL_ACCESS, "external_access must be true or false, not " + JsonWriter.write(value));
    };
  }

  private static @Nullable Duration timeout(Value value) throws SettingException {
    if (value instanceof NullValue) {
      return null;
    }
    return TaskTimeout.of(value).orElseThrow(() -> new SettingException(TIMEOUT, TaskTimeout.problem(value)));
  }
}
