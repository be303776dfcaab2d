/**
 * What DuckDB answers as values of the JSON model, for tasks and for loops over files. Start with {@link
 * io.noetl.adapters.duckdb.value.ResultRows}.
 */
@NullMarked
package io.noetl.adapters.duckdb.value;

import org.jspecify.annotations.NullMarked;
