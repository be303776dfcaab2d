package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import java.util.List;
import org.apache.parquet.format.ColumnMetaData;

/**
 * A column chunk, for messages and for finding its bytes.
 *
 * @param column the path of the column, dotted
 * @param rowGroup counted from 1
 * @param metadata what the footer says of the chunk
 * @param start where its first page is
 * @param end where its last page ends
 */
record Place(String column, int rowGroup, ColumnMetaData metadata, long start, long end) {

  /**
   * Finds a chunk.
   *
   * @param limit where the footer begins: no chunk reaches beyond
   * @throws DamageException if the chunk is not within the file
   */
  static Place of(int rowGroup, ColumnMetaData metadata, long limit) {
    List<String> path = present(metadata.getPath_in_schema(), "a column's name");
    String column = String.join(".", path);
    long data = metadata.getData_page_offset();
    long dictionary = metadata.getDictionary_page_offset();
    boolean dictionaryFirst = metadata.isSetDictionary_page_offset() && dictionary > 0 && dictionary < data;
    long start = dictionaryFirst ? dictionary : data;
    long length = metadata.getTotal_compressed_size();
    if (start < Footer.MAGIC_BYTES || length < 0 || start > limit || length > limit - start) {
      throw new DamageException(
          "the footer is damaged: it places column %s, row group %d, at bytes %d to %d, and the data ends at byte %d"
              .formatted(column, rowGroup, start, start + length, limit));
    }
    return new Place(column, rowGroup, metadata, start, start + length);
  }

  @Override
  public String toString() {
    return "column " + column + ", row group " + rowGroup;
  }

  /** One of its pages, counted from 1; the dictionary counts. */
  String page(int page) {
    return this + ", page " + page;
  }
}
