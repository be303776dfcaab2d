/**
 * Recorded executions for an analysis: opens Parquet files or a store, brings them to one shape, and asks them. Start with
 * {@link io.noetl.adapters.duckdb.report.DuckDbExecutionRecords}, then {@code RecordTables} for that shape.
 */
@NullMarked
package io.noetl.adapters.duckdb.report;

import org.jspecify.annotations.NullMarked;
