/**
 * Writes the rows of an execution as a Parquet file: columns to pages, pages to row groups, the footer and its seal; and
 * brings the proven file under its name. Only {@link io.noetl.adapters.parquet.writer.ParquetExecutionDataExporter} is
 * for other packages: start there, go on with {@link io.noetl.adapters.parquet.writer.EventFileWriter} for the file's
 * content and with {@link io.noetl.adapters.parquet.writer.TemporaryFile} for its life before it has a name.
 */
@NullMarked
package io.noetl.adapters.parquet.writer;

import org.jspecify.annotations.NullMarked;
