package io.noetl.application.port;

import io.noetl.application.report.Analysis;
import io.noetl.application.report.Comparison;
import org.jspecify.annotations.Nullable;

/**
 * What renderers are given.
 *
 * @param analysis what the analysis found, as far as it does not grow with the number of events
 * @param records the records themselves, for what does; the renderer does not close them
 * @param comparison how the only execution of the analysis differs from another; null if there was nothing to compare with
 */
public record Report(Analysis analysis, ExecutionRecords.Opened records, @Nullable Comparison comparison) {}
