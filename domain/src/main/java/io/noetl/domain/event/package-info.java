/**
 * The event model and the one schema of the event log, which drives DDL, row mapping, Parquet schema, verifier and
 * report. Start with {@link io.noetl.domain.event.Event} and {@link io.noetl.domain.event.EventColumn}.
 */
@NullMarked
package io.noetl.domain.event;

import org.jspecify.annotations.NullMarked;
