package io.noetl.application.port;

import java.nio.file.Path;
import java.util.Optional;

/** Proves a file good, or says exactly what is wrong with it. */
public interface ExportInspector {

  /** Reads the whole file. Whatever is wrong with it is a verdict, never an exception. */
  Verdict inspect(Path file);

  /**
   * As {@link #inspect(Path)}, and a proven file must hold what the store has of its execution, value by value: a file
   * that does not is bad.
   *
   * @throws io.noetl.application.error.StoreException if the store cannot be read
   */
  Verdict inspect(Path file, EventStore store);

  /**
   * What an export says of itself. Reads the file's end alone, so that it costs as much for a large file as for a small
   * one, and proves nothing. Empty if there is no export at the path, whatever is there instead, or one of another version
   * of the event log.
   */
  Optional<Claim> claim(Path file);

  /** What an export says of itself: whose record it is, and how many rows of it. */
  record Claim(String executionId, String playbook, String playbookSha256, long rows) {}

  /** What an inspection found. */
  sealed interface Verdict {

    /** The file is ours, whole, and holds what its digests say. */
    record Proven(String executionId, String playbook, long rows, long bytes, Proof proof) implements Verdict {}

    /** The file can be read, but carries nothing of ours to prove it by. */
    record Unproven(String reason, long rows, long bytes) implements Verdict {}

    /** The file is missing, unreadable, damaged, no Parquet, or not what the store has; the remedy says what to do. */
    record Bad(String reason, String remedy) implements Verdict {}
  }

  /**
   * What proves a file: digests that it carries and that were taken from it anew, in hexadecimal digits.
   *
   * @param content the SHA-256 of what it holds: two exports of equal content have the same, whatever their bytes
   * @param file the XXH64 of its bytes
   */
  record Proof(String content, String file) {}
}
