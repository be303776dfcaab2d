package io.noetl.adapters.parquet.writer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * A column chunk that is in the file, and its indexes, which come after all chunks. A long file has many of them: they wait as
 * the bytes that they will be.
 */
final class WrittenChunk {

  private final ColumnChunk entry;
  private final ColumnMetaData metadata;
  private final byte @Nullable [] columnIndex;
  private final byte[] offsetIndex;

  /**
   * A chunk whose indexes are yet to be written.
   *
   * @param columnIndex null where there is none, see {@link ColumnBounds}
   */
  WrittenChunk(ColumnMetaData metadata, @Nullable ColumnIndex columnIndex, OffsetIndex offsetIndex) throws IOException {
    this.metadata = metadata;
    this.entry = new ColumnChunk(0).setMeta_data(metadata); // file_offset is deprecated; 0 is what the format asks for.
    this.columnIndex = columnIndex == null ? null : encoded(columnIndex);
    this.offsetIndex = encoded(offsetIndex);
  }

  ColumnMetaData metadata() {
    return metadata;
  }

  /** Its place in the footer, which knows where its indexes are as soon as they are written. */
  ColumnChunk entry() {
    return entry;
  }

  /** If there is one. */
  void writeColumnIndex(SealingStream file) throws IOException {
    if (columnIndex != null) {
      entry.setColumn_index_offset(file.position()).setColumn_index_length(columnIndex.length);
      file.write(columnIndex);
    }
  }

  void writeOffsetIndex(SealingStream file) throws IOException {
    entry.setOffset_index_offset(file.position()).setOffset_index_length(offsetIndex.length);
    file.write(offsetIndex);
  }

  private static byte[] encoded(ColumnIndex index) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeColumnIndex(index, bytes);
    return bytes.toByteArray();
  }

  private static byte[] encoded(OffsetIndex index) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Util.writeOffsetIndex(index, bytes);
    return bytes.toByteArray();
  }
}
