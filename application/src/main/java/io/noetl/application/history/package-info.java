/**
 * What a store holds, after the runs: listing executions, showing one as a tree, exporting and deleting them. Each use
 * case opens the store it is told of and closes it again. Start with {@link io.noetl.application.history.ListExecutions}.
 */
@NullMarked
package io.noetl.application.history;

import org.jspecify.annotations.NullMarked;
