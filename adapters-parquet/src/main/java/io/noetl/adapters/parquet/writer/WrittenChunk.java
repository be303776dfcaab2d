package io.noetl.adapters.parquet.writer;

import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.jspecify.annotations.Nullable;

/**
 * A column chunk that is in the file, and its indexes, which come after all chunks.
 *
 * @param entry its place in the footer, which holds the metadata and is yet to learn where the indexes are
 * @param columnIndex null where there is none, see {@link ColumnBounds}
 */
record WrittenChunk(
    ColumnChunk entry, ColumnMetaData metadata, @Nullable ColumnIndex columnIndex, OffsetIndex offsetIndex) {

  WrittenChunk(ColumnMetaData metadata, @Nullable ColumnIndex columnIndex, OffsetIndex offsetIndex) {
    // file_offset is deprecated; 0 is what the format asks for.
    this(new ColumnChunk(0).setMeta_data(metadata), metadata, columnIndex, offsetIndex);
  }
}
