package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import io.noetl.domain.event.EventColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;

/**
 * The plan of a file of ours: after the magic come the column chunks of every row group, then all column indexes, then
 * all offset indexes, then the footer, with no byte between that belongs to nothing.
 */
final class OwnLayout {

  private final Footer footer;
  private long position = Footer.MAGIC_BYTES;

  private OwnLayout(Footer footer) {
    this.footer = footer;
  }

  /**
   * Checks that the footer describes such a file.
   *
   * @throws DamageException at the first deviation
   */
  static void require(Footer footer) {
    OwnLayout layout = new OwnLayout(footer);
    List<ColumnChunk> chunks = layout.takeChunks(footer.metadata());
    layout.takeIndexes(chunks);
    layout.requireAt(footer.start(), "the footer");
  }

  private List<ColumnChunk> takeChunks(FileMetaData metadata) {
    List<ColumnChunk> chunks = new ArrayList<>();
    long rows = 0;
    for (RowGroup group : present(metadata.getRow_groups(), "the list of row groups")) {
      int number = chunks.size() / EventColumn.ALL.size() + 1;
      List<ColumnChunk> columns = present(group.getColumns(), "a list of columns");
      if (columns.size() != EventColumn.ALL.size() || group.getNum_rows() <= 0) {
        throw damage("row group " + number + " lacks columns or rows");
      }
      for (int i = 0; i < EventColumn.ALL.size(); i++) {
        takeChunk(number, group.getNum_rows(), EventColumn.ALL.get(i), columns.get(i));
      }
      chunks.addAll(columns);
      rows += group.getNum_rows();
    }
    if (rows != metadata.getNum_rows()) {
      throw damage("it claims %d rows, and its row groups have %d".formatted(metadata.getNum_rows(), rows));
    }
    return chunks;
  }

  private void takeChunk(int number, long rows, EventColumn column, ColumnChunk chunk) {
    ColumnMetaData metadata = chunk.getMeta_data();
    if (metadata == null || chunk.isSetFile_path() || chunk.isSetCrypto_metadata()) {
      throw damage("column " + column.columnName() + ", row group " + number + " has no values in this file");
    }
    Place place = Place.of(number, metadata, footer.start());
    if (!place.column().equals(column.columnName()) || metadata.getNum_values() != rows) {
      throw damage("%s is not column %s with %d values".formatted(place, column.columnName(), rows));
    }
    if (!PageDecompressor.supports(present(metadata.getCodec(), "a codec"))) {
      throw damage(place + " claims to be compressed with " + metadata.getCodec() + ", which noetl does not write");
    }
    requireAt(place.start(), place.toString());
    position = place.end();
  }

  private void takeIndexes(List<ColumnChunk> chunks) {
    for (ColumnChunk chunk : chunks) {
      if (chunk.isSetColumn_index_offset()) {
        take("a column index", chunk.getColumn_index_offset(), chunk.getColumn_index_length());
      }
    }
    for (ColumnChunk chunk : chunks) {
      take("an offset index", chunk.getOffset_index_offset(), chunk.getOffset_index_length());
    }
  }

  private void take(String what, long offset, int length) {
    requireAt(offset, what);
    if (length <= 0 || length > footer.start() - offset) {
      throw damage(what + " claims " + length + " bytes");
    }
    position += length;
  }

  private void requireAt(long claimed, String what) {
    if (claimed != position) {
      throw damage("%s begins at byte %d, and what is before it ends at byte %d".formatted(what, claimed, position));
    }
  }

  private static DamageException damage(String what) {
    return new DamageException("the footer is damaged: " + what);
  }
}
