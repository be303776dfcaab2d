package io.noetl.application.port;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Renders a report as one file. What executions recorded is untrusted: a renderer escapes all of it for its format.
 * Stateless, for use by one thread at a time.
 */
public interface ReportRenderer {

  /** The name of the file, such as {@code execution_report.html}. */
  String fileName();

  /** What it is, by which users choose. */
  Kind kind();

  /** Whether the report has anything for it. */
  default boolean appliesTo(Report report) {
    return true;
  }

  /** Why it cannot be made on this machine: half a sentence without its full stop. Empty if it can. */
  default Optional<String> obstacle() {
    return Optional.empty();
  }

  /**
   * Writes the file's bytes; flushing and closing is the caller's.
   *
   * @throws IOException if {@code out} cannot be written; whoever calls turns it into an error with a remedy
   */
  void render(Report report, OutputStream out) throws IOException;

  /** Kinds of files. */
  enum Kind {
    /** A table as comma-separated values. */
    CSV_TABLE,
    /** A table as JSON. */
    JSON_TABLE,
    /** A picture. */
    PLOT,
    /** A page for people. */
    PAGE
  }
}
