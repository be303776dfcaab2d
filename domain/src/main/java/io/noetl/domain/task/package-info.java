/** What the core asks of a task runner and what comes back; start with {@link io.noetl.domain.task.TaskRequest}. */
@NullMarked
package io.noetl.domain.task;

import org.jspecify.annotations.NullMarked;
