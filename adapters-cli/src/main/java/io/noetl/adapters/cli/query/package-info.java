/**
 * The command {@code query} and the forms of its answer. Start with {@link
 * io.noetl.adapters.cli.query.QueryCommand}.
 */
@NullMarked
package io.noetl.adapters.cli.query;

import org.jspecify.annotations.NullMarked;
