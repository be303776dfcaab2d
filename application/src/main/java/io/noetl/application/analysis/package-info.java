/**
 * Understanding what was recorded: analysing executions, comparing two, and writing reports. The records come from {@code
 * port.ExecutionRecords}, the files are made by {@code port.ReportRenderer}s. Start with {@link
 * io.noetl.application.analysis.AnalyzeExecution}.
 */
@NullMarked
package io.noetl.application.analysis;

import org.jspecify.annotations.NullMarked;
