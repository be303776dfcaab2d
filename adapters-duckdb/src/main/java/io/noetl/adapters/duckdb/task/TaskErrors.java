package io.noetl.adapters.duckdb.task;

import io.noetl.adapters.duckdb.connection.DuckDbProblem;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What DuckDB says, in words that help in a task. DuckDB gives no error codes through JDBC, so that its messages have to be
 * recognised; those of 1.5 are in the tests.
 */
final class TaskErrors {

  private static final String ALLOW = "; a task reaches only files below the working folder unless it has external_access: true";

  private static final Pattern HOLDER = Pattern.compile("Conflicting lock is held in (.*?) ?\\(PID (\\d+)\\)");

  private static final Pattern FORBIDDEN = Pattern.compile("( - file system operations are disabled by configuration).*");

  private static final Pattern EXTENSION = Pattern.compile("( Please try installing and loading the (\\w+) extension).*");

  private static final String INTERNAL = " This error signals an assertion failure";

  /** A sign in DuckDB's message, and what to add to it. */
  private record Hint(String sign, String remedy) {}

  private static final List<Hint> HINTS =
      List.of(
          new Hint("Loading external extensions is disabled through configuration", ALLOW),
          new Hint(
              "the configuration has been locked", "; settings can be changed in a task that has external_access: true"),
          new Hint("Invalid value for NanoOfDay", "; cast the time to VARCHAR"),
          new Hint(
              "is already attached by database", "; a file can be attached once at a time in a process, the event store not at all"));

  private TaskErrors() {}

  /** What is wrong with a statement, in one line. */
  static String of(DuckDbProblem problem) {
    String message = problem.message();
    Matcher forbidden = FORBIDDEN.matcher(message);
    if (forbidden.find()) {
      return message.substring(0, forbidden.start()) + ALLOW;
    }
    Matcher extension = EXTENSION.matcher(message);
    if (extension.find()) {
      return message.substring(0, extension.start())
          + "; it takes INSTALL and LOAD " + extension.group(2) + " in a task that has external_access: true";
    }
    int internal = message.indexOf(INTERNAL);
    String shown = internal < 0 ? message : message.substring(0, internal);
    return HINTS.stream()
        .filter(hint -> message.contains(hint.sign()))
        .findFirst()
        .map(hint -> shown + hint.remedy())
        .orElse(shown);
  }

  /** Why a database cannot be opened. */
  static String opening(String database, SQLException error) {
    String message = DuckDbProblem.line(error);
    String shown = "database '" + database + "' ";
    if (message.contains("Could not set lock")) {
      Matcher holder = HOLDER.matcher(message);
      String program = holder.find() ? "process " + holder.group(2) + " (" + holder.group(1) + ")" : "another process";
      return shown + "is in use by " + program + ": wait until that ends";
    }
    if (message.contains("different configuration")) {
      return shown + "is in use by another part of this process: wait until that ends";
    }
    return message.contains("not a valid DuckDB database file")
        ? shown + "is not a DuckDB file"
        : shown + "cannot be opened: " + message;
  }
}
