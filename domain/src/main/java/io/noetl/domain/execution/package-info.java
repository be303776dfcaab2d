/**
 * The event-sourced core: what an execution does next ({@link io.noetl.domain.execution.Decider}) and how an event
 * changes it ({@link io.noetl.domain.execution.Fold}), both pure. The state is a tree of frames, one per scope: the
 * execution's own and one per running loop iteration. Start with {@link io.noetl.domain.execution.ExecutionState}.
 */
@NullMarked
package io.noetl.domain.execution;

import org.jspecify.annotations.NullMarked;
