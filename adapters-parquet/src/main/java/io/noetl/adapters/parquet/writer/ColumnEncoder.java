package io.noetl.adapters.parquet.writer;

import io.noetl.adapters.parquet.digest.ColumnDigest;
import io.noetl.application.error.ExportException;
import io.noetl.application.port.ColumnVector;
import io.noetl.domain.event.EventColumn;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.io.api.Binary;

/**
 * Encodes one column of one row group into pages (version 1: levels, then values, compressed as one) and adds every
 * value to the column's digest before it touches it. A page holds whole rows and ends by size or by rows.
 */
final class ColumnEncoder {

  private final EventColumn column;
  private final ColumnDescriptor descriptor;
  private final WriterSettings settings;
  private final ColumnDigest digest;
  private final ColumnChunkBuffer chunk;
  private final ValuesWriter definitionLevels;
  private final ValuesWriter values;
  private Statistics<?> statistics;
  private int pageRows;
  private long pageBytes;

  ColumnEncoder(
      EventColumn column, WriterSettings settings, ColumnDigest digest, PageCompressor compressor) {
    this.column = column;
    this.settings = settings;
    this.digest = digest;
    this.descriptor = EventSchema.descriptor(column);
    this.chunk = new ColumnChunkBuffer(column, descriptor.getPrimitiveType(), compressor);
    ParquetProperties properties = settings.encoders();
    this.definitionLevels = properties.newDefinitionLevelWriter(descriptor);
    this.values = properties.newValuesWriter(descriptor);
    this.statistics = Statistics.createStats(descriptor.getPrimitiveType());
  }

  /** Adds the rows {@code from} (inclusive) to {@code to} (exclusive) of a batch. */
  void append(ColumnVector vector, int from, int to) throws IOException {
    for (int row = from; row < to; row++) {
      boolean isNull = vector.isNull(row);
      if (isNull) {
        digest.addNull();
      }
      if (settings.stage().isNull(column, isNull)) {
        appendNull();
      } else {
        appendValue(vector, row);
      }
      pageRows++;
      if (pageBytes >= settings.pageBytes() || pageRows >= settings.pageRows()) {
        endPage();
      }
    }
  }

  /** About how many bytes wait in memory for the row group to end. */
  long bufferedBytes() {
    return chunk.bytes() + pageBytes;
  }

  /** Ends the last page and writes the whole chunk. */
  WrittenChunk writeTo(SealingStream file) throws IOException {
    if (pageRows > 0) {
      endPage();
    }
    DictionaryPage dictionary = values.toDictPageAndClose();
    if (dictionary != null) {
      chunk.setDictionary(dictionary);
    }
    return chunk.writeTo(file);
  }

  void close() {
    definitionLevels.close();
    values.close();
  }

  private void appendNull() {
    if (!column.nullable()) {
      throw new ExportException(
          "the store handed over a row without a value in column " + column.columnName() + ", which always has one",
          "the store is damaged or was changed by something else: export from an intact copy of it");
    }
    definitionLevels.writeInteger(0);
    statistics.incrementNumNulls();
    pageBytes++;
  }

  private void appendValue(ColumnVector vector, int row) {
    definitionLevels.writeInteger(descriptor.getMaxDefinitionLevel());
    switch (column.type()) {
      case TEXT, JSON -> appendText(Utf8.encode(column, vector.textAt(row)));
      case LONG, TIMESTAMP -> appendLong(vector.longAt(row));
      case INT -> appendInt(vector.longAt(row));
      case DOUBLE -> appendDouble(vector.doubleAt(row));
    }
  }

  private void appendText(byte[] utf8) {
    digest.addText(utf8);
    Binary value = Binary.fromConstantByteArray(settings.stage().text(column, utf8));
    values.writeBytes(value);
    statistics.updateStats(value);
    pageBytes += 4L + value.length();
  }

  private void appendLong(long number) {
    digest.addLong(number);
    long value = settings.stage().number(column, number);
    values.writeLong(value);
    statistics.updateStats(value);
    pageBytes += Long.BYTES;
  }

  private void appendInt(long number) {
    if (number != (int) number) {
      throw new ExportException(
          "the store handed over " + number + " in column " + column.columnName() + ", which holds 32-bit integers",
          "the store is damaged or was changed by something else: export from an intact copy of it");
    }
    digest.addLong(number);
    int value = (int) settings.stage().number(column, number);
    values.writeInteger(value);
    statistics.updateStats(value);
    pageBytes += Integer.BYTES;
  }

  private void appendDouble(double number) {
    digest.addDouble(number);
    double value = settings.stage().real(column, number);
    values.writeDouble(value);
    statistics.updateStats(value);
    pageBytes += Double.BYTES;
  }

  private void endPage() throws IOException {
    // The bytes are asked for before the encoding: the first page's bytes decide whether the dictionary pays.
    BytesInput content = BytesInput.concat(definitionLevels.getBytes(), values.getBytes());
    chunk.add(content, pageRows, statistics, Encoding.valueOf(values.getEncoding().name()));
    definitionLevels.reset();
    values.reset();
    statistics = Statistics.createStats(descriptor.getPrimitiveType());
    pageRows = 0;
    pageBytes = 0;
  }
}
