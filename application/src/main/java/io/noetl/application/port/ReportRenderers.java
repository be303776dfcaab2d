package io.noetl.application.port;

import java.util.List;

/** The renderers that there are. */
@FunctionalInterface
public interface ReportRenderers {

  /** All of them, in the order in which their files are written; no two make the same file. */
  List<ReportRenderer> all();
}
