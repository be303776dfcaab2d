package io.noetl.domain.playbook;

import org.jspecify.annotations.Nullable;

/**
 * What holds for a task wherever it is called.
 *
 * @param returned becomes the task's data; sees what the task yielded as {@code result} and under the task's name
 * @param retry how it is tried again; null for one attempt
 * @param onError what its failure does to the step that called it; null fails it
 */
public record TaskPolicy(@Nullable ValueTemplate returned, @Nullable Retry retry, @Nullable OnError onError) {

  public static final TaskPolicy NONE = new TaskPolicy(null, null, null);
}
