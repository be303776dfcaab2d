package io.noetl.domain.playbook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds for an execution as a whole.
 *
 * @param timeout how long it may take before its final steps; null for no limit
 * @param finalSteps what runs at the end, one after the other, however the execution ended ({@code finally})
 */
public record ExecutionPolicy(@Nullable Duration timeout, List<Target> finalSteps) {

  public static final ExecutionPolicy NONE = new ExecutionPolicy(null, List.of());

  public ExecutionPolicy {
    finalSteps = List.copyOf(finalSteps);
  }
}
