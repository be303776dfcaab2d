/**
 * How the DuckDB driver is reached: its native library and its connections. Everything else in this module opens
 * databases through {@link io.noetl.adapters.duckdb.connection.DuckDbConnections}.
 */
@NullMarked
package io.noetl.adapters.duckdb.connection;

import org.jspecify.annotations.NullMarked;
