package io.noetl.application.port;

import java.nio.file.Path;

/** Proves a file good, or says exactly what is wrong with it. */
public interface ExportInspector {

  /** Reads the whole file. Whatever is wrong with it is a verdict, never an exception. */
  Verdict inspect(Path file);

  /** What an inspection found. */
  sealed interface Verdict {

    /** The file is ours, whole, and holds what its digests say. */
    record Proven(String executionId, String playbook, long rows, long bytes) implements Verdict {}

    /** The file can be read, but carries nothing of ours to prove it by. */
    record Unproven(String reason, long rows, long bytes) implements Verdict {}

    /** The file is missing, unreadable, damaged, or no Parquet; the remedy says what to do. */
    record Bad(String reason, String remedy) implements Verdict {}
  }
}
