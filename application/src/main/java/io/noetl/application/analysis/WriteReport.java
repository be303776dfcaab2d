package io.noetl.application.analysis;

import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Writes reports as files. */
public interface WriteReport {

  /**
   * Writes the files of some kinds into a folder, which is made if it is missing.
   *
   * @return what was written, in order
   * @throws io.noetl.application.error.ExportException if a file cannot be written; those before it stay
   */
  List<Written> write(Report report, Path folder, Set<ReportRenderer.Kind> kinds);

  /** Which files of some kinds cannot be made on this machine, and why: a line each, for {@link #write} leaves them out. */
  default List<String> obstacles(Set<ReportRenderer.Kind> kinds) {
    return List.of();
  }

  /** A file that was written, and its size in bytes. */
  record Written(Path file, long bytes) {}
}
