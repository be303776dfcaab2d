package io.noetl.domain.playbook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a step beside its action.
 *
 * @param pass when true, the action is skipped and execution goes on; null never skips
 * @param returned becomes the step's data in the place of what its action yielded; null leaves that
 * @param retry how its task is tried again, instead of what the task itself says; null leaves that
 * @param timeout how long the step may take, with all attempts, items and the body of a loop; null for no limit
 * @param onError what its failure does; null leaves it to the task, else fails
 */
public record StepPolicy(
    @Nullable ValueTemplate pass,
    @Nullable ValueTemplate returned,
    @Nullable Retry retry,
    @Nullable Duration timeout,
    @Nullable OnError onError) {

  public static final StepPolicy NONE = new StepPolicy(null, null, null, null, null);
}
