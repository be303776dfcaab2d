package io.noetl.adapters.parquet.verifier;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.ValuesType;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the data pages of a column chunk of ours with parquet-java's readers of levels, dictionaries and values, a page
 * at a time: an event log has no repeated columns, so that a page is its rows' definition levels and then its values.
 */
final class ChunkDecoder {

  private final ColumnDescriptor column;
  private final ChunkPages pages;
  private final @Nullable Dictionary dictionary;
  private @Nullable DictionaryTexts texts;
  private byte[] marks = new byte[0];

  /** Reads the dictionary, if the chunk begins with one. */
  ChunkDecoder(ColumnDescriptor column, ChunkPages pages) {
    this.column = column;
    this.pages = pages;
    this.dictionary = dictionary(pages.readDictionaryPage());
  }

  /**
   * A page whose levels are decoded.
   *
   * @param rows how many rows it has
   * @param values how many rows have a value
   * @param reader hands out those values, in order; {@link JoinedTexts} where texts are put together
   * @param numbered what the reader's numbers stand for; null if it hands out the values themselves
   */
  record Page(int rows, int values, ValuesReader reader, @Nullable DictionaryTexts numbered) {}

  /** The next page; there must be one. */
  Page next() {
    DataPageV1 page = (DataPageV1) pages.readPage();
    int rows = page.getValueCount();
    try {
      ByteBufferInputStream input = page.getBytes().toInputStream();
      int values = column.getMaxDefinitionLevel() == 0 ? allPresent(rows) : levels(page, input);
      Encoding encoding = page.getValueEncoding();
      if (!encoding.usesDictionary()) {
        return new Page(rows, values, begun(reader(encoding), rows, input), null);
      }
      Dictionary present = requireDictionary();
      ValuesReader numbers = encoding.getDictionaryBasedValuesReader(column, ValuesType.VALUES, present);
      texts = texts == null ? new DictionaryTexts(present) : texts;
      return new Page(rows, values, begun(numbers, rows, input), texts);
    } catch (IOException e) {
      throw new ParquetDecodingException(e);
    }
  }

  /** 1 for each row of the last page that has a value, 0 for a null. */
  byte[] marks() {
    return marks;
  }

  private ValuesReader reader(Encoding encoding) {
    boolean texts = column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    return texts && encoding == Encoding.DELTA_BYTE_ARRAY
        ? new JoinedTexts()
        : encoding.getValuesReader(column, ValuesType.VALUES);
  }

  private static ValuesReader begun(ValuesReader reader, int rows, ByteBufferInputStream input) throws IOException {
    reader.initFromPage(rows, input);
    return reader;
  }

  /** Reads the definition levels into the marks; returns how many rows have a value. */
  private int levels(DataPageV1 page, ByteBufferInputStream input) throws IOException {
    int rows = page.getValueCount();
    ValuesReader levels = page.getDlEncoding().getValuesReader(column, ValuesType.DEFINITION_LEVEL);
    levels.initFromPage(rows, input);
    reserve(rows);
    int values = 0;
    for (int row = 0; row < rows; row++) {
      int level = levels.readInteger();
      // parquet-java's records would take it for a null; other readers refuse the file.
      if (level < 0 || level > 1) {
        throw pages.damage("it has a definition level of %d, and the column has none above 1".formatted(level));
      }
      marks[row] = (byte) level;
      values += level;
    }
    return values;
  }

  private int allPresent(int rows) {
    reserve(rows);
    return rows;
  }

  /** Makes room for marks; those of a column that is never null are all 1, always. */
  private void reserve(int rows) {
    if (marks.length < rows) {
      marks = new byte[rows];
      Arrays.fill(marks, (byte) 1);
    }
  }

  private Dictionary requireDictionary() {
    if (dictionary == null) {
      throw pages.damage("its values are in a dictionary, and there is none");
    }
    return dictionary;
  }

  private @Nullable Dictionary dictionary(@Nullable DictionaryPage page) {
    if (page == null) {
      return null;
    }
    try {
      return Objects.requireNonNull(page.getEncoding().initDictionary(column, page));
    } catch (IOException e) {
      throw new ParquetDecodingException(e);
    }
  }
}
