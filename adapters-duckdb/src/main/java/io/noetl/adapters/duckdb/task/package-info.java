/**
 * Runs {@code duckdb} tasks: splits the SQL into statements, opens the database so that it reaches no more than the task
 * may, and turns what the statements answer into values. Called through the ports {@code TaskRunners} and {@code
 * TaskRunner}; start with {@link io.noetl.adapters.duckdb.task.DuckDbTaskRunner}.
 */
@NullMarked
package io.noetl.adapters.duckdb.task;

import org.jspecify.annotations.NullMarked;
