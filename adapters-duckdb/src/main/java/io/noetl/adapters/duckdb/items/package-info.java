/**
 * Reads the items of loops from CSV and Parquet files. Called through the port {@code ItemFiles}; start with {@link
 * io.noetl.adapters.duckdb.items.DuckDbItemFiles}.
 */
@NullMarked
package io.noetl.adapters.duckdb.items;

import org.jspecify.annotations.NullMarked;
