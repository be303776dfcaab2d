package io.noetl.adapters.parquet.verifier;

import org.apache.parquet.VersionParser.ParsedVersion;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReaderImpl;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/** Hears of every value of a column chunk, in order. As it is, it forgets them: to decode them is check enough. */
class ColumnValues extends PrimitiveConverter {

  /**
   * Decodes a chunk that has at least one value.
   *
   * @param writer which program wrote the file, for parquet-java to know its faults; null if it does not say
   * @return how many rows the chunk has values of
   */
  long read(ColumnDescriptor column, ChunkPages pages, @Nullable ParsedVersion writer) {
    ColumnReaderImpl reader = new ColumnReaderImpl(column, pages, this, writer);
    long values = pages.getTotalValueCount();
    long rows = 0;
    for (long value = 0; value < values; value++) {
      if (reader.getCurrentRepetitionLevel() == 0) {
        rows++;
      }
      int level = reader.getCurrentDefinitionLevel();
      // parquet-java takes it for a null; other readers refuse the file.
      if (level > column.getMaxDefinitionLevel()) {
        throw pages.damage(
            "it has a definition level of %d, and the column has none above %d"
                .formatted(level, column.getMaxDefinitionLevel()));
      }
      if (level == column.getMaxDefinitionLevel()) {
        reader.writeCurrentValueToConverter();
      } else {
        addNull();
      }
      reader.consume();
    }
    pages.requireEnd();
    return rows;
  }

  void addNull() {}

  @Override
  public void addBinary(Binary value) {}

  @Override
  public void addBoolean(boolean value) {}

  @Override
  public void addDouble(double value) {}

  @Override
  public void addFloat(float value) {}

  @Override
  public void addInt(int value) {}

  @Override
  public void addLong(long value) {}
}
