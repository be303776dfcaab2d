package io.noetl.adapters.parquet.writer;

import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.BoundaryOrder;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.internal.column.columnindex.BinaryTruncator;
import org.apache.parquet.internal.column.columnindex.ColumnIndexBuilder;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/**
 * The least and greatest values and the nulls of a column chunk, as a whole and by page. Long texts are cut. A chunk with
 * a NaN has no bounds: the format leaves NaN out of them, and readers that order NaN above all numbers would skip it.
 */
final class ColumnBounds {

  /**
   * To how many bytes bounds are cut, downwards the least and upwards the greatest. Where that takes a character that UTF-8 has no next
   * one of as many bytes for, and all before it are such ones too, the text cannot be cut: then the chunk has no page index, and no
   * statistics if that text is the greatest of all.
   */
  private static final int BOUND_BYTES = 64;

  private final PrimitiveType type;
  private final Statistics<?> all;
  private final ColumnIndexBuilder pages;

  ColumnBounds(PrimitiveType type) {
    this.type = type;
    this.all = Statistics.createStats(type);
    this.pages = ColumnIndexBuilder.getBuilder(type, BOUND_BYTES);
  }

  void add(Statistics<?> page) {
    all.mergeStatistics(page);
    pages.add(page);
  }

  /** For the footer. */
  org.apache.parquet.format.Statistics statistics() {
    org.apache.parquet.format.Statistics statistics = new org.apache.parquet.format.Statistics();
    statistics.setNull_count(all.getNumNulls());
    if (!all.hasNonNullValue() || !hasOrder()) {
      return statistics;
    }
    byte[] least = all.getMinBytes();
    byte[] greatest = all.getMaxBytes();
    if (type.getPrimitiveTypeName() == PrimitiveTypeName.BINARY) {
      BinaryTruncator truncator = BinaryTruncator.getTruncator(type);
      least = truncator.truncateMin(Binary.fromConstantByteArray(least), BOUND_BYTES).getBytes();
      greatest = truncator.truncateMax(Binary.fromConstantByteArray(greatest), BOUND_BYTES).getBytes();
    }
    if (greatest.length <= BOUND_BYTES) {
      statistics.setMin_value(least).setMax_value(greatest);
    }
    return statistics;
  }

  /** For the page index; null where there are no bounds, or one that cannot be cut. */
  @Nullable ColumnIndex columnIndex() {
    var index = hasOrder() ? pages.build() : null;
    if (index == null || index.getMaxValues().stream().anyMatch(bound -> bound.remaining() > BOUND_BYTES)) {
      return null;
    }
    return new ColumnIndex(
            index.getNullPages(),
            index.getMinValues(),
            index.getMaxValues(),
            BoundaryOrder.valueOf(index.getBoundaryOrder().name()))
        .setNull_counts(index.getNullCounts());
  }

  private boolean hasOrder() {
    return all.getNanCount() <= 0;
  }
}
