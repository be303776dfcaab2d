package io.noetl.adapters.duckdb.report;

import io.noetl.application.error.InputException;
import io.noetl.domain.event.EventColumn;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The executions that files hold, in the order in which they started. One that several files hold as a whole is read from
 * the file that has most of it; one of which several files hold a part each is read from all of them.
 */
final class HeldExecutions {

  /** How many executions in several files are named in notes. */
  private static final int NAMED = 3;

  private final DuckDBConnection connection;
  private final RecordColumns columns;
  private final Map<String, List<Held>> byId = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Reads what there is.
   *
   * @param rows what to read from: the table, and the condition if only one execution is meant
   * @param file the expression for the file of a row
   * @throws InputException if there is nothing, or nothing with a time
   */
  HeldExecutions(DuckDBConnection connection, RecordColumns columns, String rows, String file, String name)
      throws SQLException {
    this.connection = connection;
    this.columns = columns;
    String sql =
        columns.areOurs()
            ? RecordTables.OWN_EXECUTIONS.formatted(file, rows)
            : RecordTables.FOREIGN_EXECUTIONS.formatted(
                columns.expression(EventColumn.EXECUTION_ID), file, columns.expression(EventColumn.TIMESTAMP), rows);
    Sql.each(
        connection,
        sql,
        row -> {
          String id = row.text("execution_id");
          boolean timed = row.optionalInteger("began") != null;
          Held held = new Held(id, row.optionalText("file"), row.integer("events"), timed, row.truth("regular"));
          byId.computeIfAbsent(id, key -> new ArrayList<>()).add(held);
        });
    requireEvents(name);
  }

  /** What is to be read, in order; the only one of its id where {@link Chosen#file} is not null. */
  List<Chosen> chosen(FileNames names) throws SQLException {
    List<Chosen> chosen = new ArrayList<>();
    for (List<Held> same : byId.values()) {
      Held largest = largest(same);
      if (same.size() > 1 && !overlap(largest.executionId())) {
        chosen.add(new Chosen(largest.executionId(), null, names.all(), false));
        continue;
      }
      if (same.size() > 1) {
        note(largest, same.size(), names);
      }
      chosen.add(new Chosen(largest.executionId(), largest.file(), names.of(largest.file()), largest.regular()));
    }
    return chosen;
  }

  /** What {@link #chosen} has to say. */
  List<String> notes() {
    return List.copyOf(notes);
  }

  private void requireEvents(String name) {
    if (byId.isEmpty()) {
      throw new InputException(
          "'" + name + "' holds no events", "run the playbook again with --export, or name another file");
    }
    if (byId.values().stream().anyMatch(same -> same.stream().anyMatch(held -> !held.timed()))) {
      throw new InputException(
          "'" + name + "' cannot be read: its column timestamp holds no times", "write it as TIMESTAMP, or as ISO 8601 text");
    }
  }

  private static Held largest(List<Held> same) {
    Held largest = same.getFirst();
    for (Held one : same) {
      largest = one.events() > largest.events() ? one : largest;
    }
    return largest;
  }

  private boolean overlap(String id) throws SQLException {
    if (!columns.has(EventColumn.EVENT_ID)) {
      return true;
    }
    String sql =
        "SELECT count(*) > count(DISTINCT "
            + columns.expression(EventColumn.EVENT_ID)
            + ") AS repeated FROM event_log WHERE coalesce("
            + columns.expression(EventColumn.EXECUTION_ID)
            + ", '') = "
            + Sql.literal(id);
    return Sql.list(connection, sql, row -> row.truth("repeated")).getFirst();
  }

  private void note(Held largest, int files, FileNames names) {
    if (notes.size() < NAMED) {
      notes.add(
          "execution %s is in %d files and was read from %s"
              .formatted(largest.executionId(), files, names.of(largest.file())));
    } else if (notes.size() == NAMED) {
      notes.add("more executions are in several files; each was read once");
    }
  }

  /** How files are named in answers. */
  interface FileNames {

    /** One file, by its absolute path; null where there are no files. */
    String of(@Nullable String file);

    /** All of them together. */
    String all();
  }

  /**
   * An execution to be read.
   *
   * @param file the only file it is read from; null for wherever it is
   * @param source the file as answers name it
   * @param regular whether its events are numbered and linked as noetl does it
   */
  record Chosen(String executionId, @Nullable String file, String source, boolean regular) {}

  /** An execution in a file. */
  private record Held(String executionId, @Nullable String file, long events, boolean timed, boolean regular) {}
}
