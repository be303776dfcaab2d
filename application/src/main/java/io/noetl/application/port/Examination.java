package io.noetl.application.port;

import java.util.List;

/** Looks at one thing that runs need. */
@FunctionalInterface
public interface Examination {

  /** What it finds; whatever is wrong is a finding, never an exception. */
  List<Finding> examine();
}
