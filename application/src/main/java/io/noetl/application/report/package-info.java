/**
 * What an analysis of recorded executions finds, as immutable data: the schema, the executions, counts, the timeline,
 * durations, results, failures, and how two executions differ. Knows neither files nor databases nor pages. Start with
 * {@link io.noetl.application.report.Analysis}.
 */
@NullMarked
package io.noetl.application.report;

import org.jspecify.annotations.NullMarked;
