/**
 * Queries of users over a store or an exported file, with nothing else in reach. Start with {@link
 * io.noetl.adapters.duckdb.query.DuckDbSqlQueries}.
 */
@NullMarked
package io.noetl.adapters.duckdb.query;

import org.jspecify.annotations.NullMarked;
