/**
 * The commands {@code executions}, {@code executions show} and {@code executions prune}. Start with {@link
 * io.noetl.adapters.cli.executions.ExecutionsCommand}.
 */
@NullMarked
package io.noetl.adapters.cli.executions;

import org.jspecify.annotations.NullMarked;
