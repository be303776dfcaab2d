package io.noetl.domain.execution;

/**
 * A failure of an execution, counted once, where it happened.
 *
 * @param nodeId the node that failed
 * @param step the step that failed
 * @param error what failed, in one line
 * @param at {@code file:line:column}
 */
public record ExecutionFailure(String nodeId, String step, String error, String at) {}
