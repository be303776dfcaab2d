/**
 * The event store in a DuckDB file: its tables and views, the thread that commits events in groups, the cursor that
 * reads them back, and what goes wrong with files. Start with {@link io.noetl.adapters.duckdb.store.DuckDbEventStore}.
 */
@NullMarked
package io.noetl.adapters.duckdb.store;

import org.jspecify.annotations.NullMarked;
