package io.noetl.application.run;

import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunners;
import java.util.ArrayList;
import java.util.List;

/** The task runners of several adapters as one. */
public final class CombinedTaskRunners implements TaskRunners {

  private final List<TaskRunners> parts;

  /** What all the parts run; no two of them run the same type. */
  public CombinedTaskRunners(TaskRunners... parts) {
    this.parts = List.of(parts);
  }

  @Override
  public List<String> types() {
    return parts.stream().flatMap(part -> part.types().stream()).toList();
  }

  /** Those of every part; when one part cannot open its own, those of the others are closed. */
  @Override
  public List<TaskRunner> open(Options options) {
    List<TaskRunner> open = new ArrayList<>();
    try {
      parts.forEach(part -> open.addAll(part.open(options)));
      return open;
    } catch (RuntimeException e) {
      try {
        new OpenRunners(open).close();
      } catch (RuntimeException problem) {
        e.addSuppressed(problem);
      }
      throw e;
    }
  }
}
