/**
 * The files of a report. Each is made by a {@code ReportRenderer} of a package of its own: tables, pages, plots. Start with
 * {@link io.noetl.adapters.report.LocalReportRenderers}.
 */
@NullMarked
package io.noetl.adapters.report;

import org.jspecify.annotations.NullMarked;
