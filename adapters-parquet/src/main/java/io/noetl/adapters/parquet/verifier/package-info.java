/**
 * Proves a Parquet file good, or says exactly what is wrong with it. Reads files that anything may have written, so it
 * believes nothing that it has not checked: every length is compared with the file before memory is taken for it. Start
 * with {@link io.noetl.adapters.parquet.verifier.ParquetExportInspector}, the only class for other packages; {@link
 * io.noetl.adapters.parquet.verifier.OwnFile} is the proof of a file of ours, {@link
 * io.noetl.adapters.parquet.verifier.ForeignFile} the reading of any other.
 *
 * <p>Pages are found, checked and decompressed by this package, because parquet-java's own file reader is lenient and
 * needs Hadoop on the class path; the structures of the format and the values of the pages are decoded by parquet-java.
 */
@NullMarked
package io.noetl.adapters.parquet.verifier;

import org.jspecify.annotations.NullMarked;
