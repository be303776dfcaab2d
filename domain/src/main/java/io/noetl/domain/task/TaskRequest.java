package io.noetl.domain.task;

import io.noetl.domain.playbook.Task;
import io.noetl.domain.value.Value.MapValue;

/**
 * One call of a task, fully rendered.
 *
 * @param nodeId the node that the call is in the execution
 * @param task the task as the playbook has it; its {@code settings} are the unrendered ones
 * @param settings the rendered settings
 * @param arguments the arguments, for tasks that take any
 */
public record TaskRequest(String nodeId, Task task, MapValue settings, MapValue arguments) {}
