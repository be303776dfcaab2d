/** Puts the task runners of this machine together; start with {@link io.noetl.adapters.tasks.LocalTaskRunners}. */
@NullMarked
package io.noetl.adapters.tasks;

import org.jspecify.annotations.NullMarked;
