package io.noetl.benchmarks.damage;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * A column chunk of a file.
 *
 * @param entry what the footer says of it
 * @param pages in the order of the file, to be changed at will
 */
@NullUnmarked
record Chunk(ColumnChunk entry, List<Page> pages, @Nullable ColumnIndex columnIndex, @Nullable OffsetIndex offsetIndex) {

  ColumnMetaData metadata() {
    return entry.getMeta_data();
  }

  /** The places of the data pages among the pages. */
  List<Integer> dataPages() {
    return IntStream.range(0, pages.size()).filter(i -> pages.get(i).isData()).boxed().toList();
  }
}
