/**
 * How the files of a report get onto the disk: {@link io.noetl.adapters.report.file.WholeReportFiles}. Called by the wiring
 * alone.
 */
@NullMarked
package io.noetl.adapters.report.file;

import org.jspecify.annotations.NullMarked;
