package io.noetl.application.run;

import io.noetl.application.error.OperationException;
import io.noetl.application.port.TaskRunner;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The task runners of one run, which are closed together. */
final class OpenRunners implements AutoCloseable {

  private final Map<String, TaskRunner> byType = new LinkedHashMap<>();

  OpenRunners(List<TaskRunner> runners) {
    runners.forEach(runner -> byType.put(runner.type(), runner));
  }

  /** The runners by the type of task they run, in their order. */
  Map<String, TaskRunner> byType() {
    return Collections.unmodifiableMap(byType);
  }

  /** Lets every runner write what is to be kept of the run; the first problem, to which later ones are added. */
  Optional<OperationException> finish() {
    OperationException problem = null;
    for (TaskRunner runner : byType.values()) {
      try {
        runner.finish();
      } catch (OperationException e) {
        problem = first(problem, e);
      }
    }
    return Optional.ofNullable(problem);
  }

  /** Closes every runner, whatever the others throw. */
  @Override
  public void close() {
    RuntimeException problem = null;
    for (TaskRunner runner : byType.values()) {
      try {
        runner.close();
      } catch (RuntimeException e) {
        problem = first(problem, e);
      }
    }
    if (problem != null) {
      throw problem;
    }
  }

  /** The earlier problem, to which the later one is added. */
  static <T extends RuntimeException> T first(@Nullable T earlier, T later) {
    if (earlier == null) {
      return later;
    }
    if (!earlier.equals(later)) {
      earlier.addSuppressed(later);
    }
    return earlier;
  }
}
