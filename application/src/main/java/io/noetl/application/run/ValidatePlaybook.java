package io.noetl.application.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks playbooks without running them: the same checks that a run makes before anything happens. */
public interface ValidatePlaybook {

  /**
   * Checks each file on its own. One that cannot be read at all is a report as well, and the others are still checked.
   *
   * @param python the interpreter that checks python code; null for the first one on the path. Where there is none, the
   *     code stays unchecked and a warning says so
   * @param reports takes one report per file, in their order, as soon as it is ready
   */
  void validate(List<Path> files, @Nullable String python, Consumer<ValidationReport> reports);
}
