/**
 * What a store holds, after the runs: listing executions, showing one as a tree, exporting them, proving exports good, and
 * deleting executions. Each use case opens the store it is told of and closes it again. Start with {@link
 * io.noetl.application.history.ListExecutions}.
 */
@NullMarked
package io.noetl.application.history;

import org.jspecify.annotations.NullMarked;
