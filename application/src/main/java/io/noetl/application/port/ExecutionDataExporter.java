package io.noetl.application.port;

import java.nio.file.Path;

/** Writes the rows of an execution to a file that is proven good before it appears. */
public interface ExecutionDataExporter {

  /**
   * Writes all rows of {@code events}. Under the target's name there is, at any moment, what was there before or the
   * whole proven file.
   *
   * @throws io.noetl.application.error.ExportException if the file could not be written or did not prove good; the
   *     target is as it was and no temporary file is left
   */
  ExportedFile export(EventCursor events, Request request);

  /**
   * Deletes what exports that were killed left in a folder, as every export to that folder does too; whatever cannot be
   * deleted stays. Where nothing is ever left there is nothing to do.
   */
  default void sweep(Path folder) {}

  /**
   * What to write.
   *
   * @param target the file to appear; missing parent folders are created
   * @param overwrite whether a file that is there may be replaced
   * @param executionId the execution the rows belong to
   * @param playbook the playbook's name
   * @param playbookSha256 the SHA-256 of the playbook's source
   */
  record Request(
      Path target,
      Compression compression,
      boolean overwrite,
      String executionId,
      String playbook,
      String playbookSha256) {}

  /** How pages are compressed. */
  enum Compression {
    SNAPPY,
    ZSTD,
    UNCOMPRESSED
  }

  /** A proven file: its rows and its size in bytes. */
  record ExportedFile(Path path, long rows, long bytes) {}
}
