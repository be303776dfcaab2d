package io.noetl.application.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong, told once: at the node where it began, however many steps and loops it failed on its way up,
 * and however often the task was tried.
 *
 * @param sequence the place of the event that tells it, that of the last attempt
 * @param name the node's own name
 * @param attempts how many attempts failed; 1 for what has no attempts
 * @param error what went wrong, in one line
 * @param at {@code file:line:column} in the playbook; null if that is not known
 */
public record Failure(
    String executionId,
    long sequence,
    String nodeId,
    String name,
    String nodeType,
    Instant occurredAt,
    long attempts,
    String error,
    @Nullable String at) {}
