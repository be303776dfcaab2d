package io.noetl.application.port;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes the files of reports so that under a file's name there is, at any moment, the old or the new one as a whole. */
public interface ReportFiles {

  /**
   * Writes a file and replaces one that is there; missing folders are made.
   *
   * @return its size in bytes
   * @throws io.noetl.application.error.ExportException if it cannot be written; what was there is as it was
   */
  long write(Path file, Content content);

  /** What is to stand in a file. Exceptions of its own pass through. */
  @FunctionalInterface
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }
}
