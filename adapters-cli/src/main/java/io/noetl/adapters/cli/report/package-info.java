/**
 * The command {@code report}, the execution data reader. Start with {@link io.noetl.adapters.cli.report.ReportCommand}.
 */
@NullMarked
package io.noetl.adapters.cli.report;

import org.jspecify.annotations.NullMarked;
