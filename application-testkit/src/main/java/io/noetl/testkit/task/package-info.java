/**
 * The contract that every {@code TaskRunner} passes, a runner that answers from a script, and short ways to write tasks
 * in tests. Start with {@link io.noetl.testkit.task.ScriptedTaskRunner}.
 */
@NullMarked
package io.noetl.testkit.task;

import org.jspecify.annotations.NullMarked;
