/**
 * The tables of a report as files that other programs load, a renderer per format: {@link
 * io.noetl.adapters.report.table.CsvTable} and {@link io.noetl.adapters.report.table.JsonTable}.
 */
@NullMarked
package io.noetl.adapters.report.table;

import org.jspecify.annotations.NullMarked;
