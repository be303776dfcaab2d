package io.noetl.adapters.parquet.verifier;

import static io.noetl.adapters.parquet.verifier.Present.present;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.parquet.format.BoundaryOrder;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;

/**
 * Compares what a file says of a column chunk, in its statistics, its column index and its offset index, with what was
 * found in the chunk. Readers skip pages by these without reading them, so a wrong one loses rows.
 */
final class ChunkClaims {

  private final FileBytes file;
  private final Place place;
  private final ColumnChunk chunk;
  private final ColumnProof found;

  ChunkClaims(FileBytes file, Place place, ColumnChunk chunk, ColumnProof found) {
    this.file = file;
    this.place = place;
    this.chunk = chunk;
    this.found = found;
  }

  /**
   * Checks them all.
   *
   * @throws DamageException at the first that is wrong
   */
  void require() {
    requireStatistics();
    requireOffsetIndex();
    requireColumnIndex();
  }

  private void requireStatistics() {
    Statistics statistics = present(place.metadata().getStatistics(), "the statistics of " + place);
    // Texts whose bounds cannot be cut to size have no statistics at all.
    if (statistics.isSetNull_count() && statistics.getNull_count() != found.nulls()) {
      throw wrong("statistics are", "they count %d nulls of %d".formatted(statistics.getNull_count(), found.nulls()));
    }
    if (statistics.isSetMin_value() != statistics.isSetMax_value()) {
      throw wrong("statistics are", "they have one bound");
    }
    Bounds bounds = found.bounds();
    if (statistics.isSetMin_value()
        && !bounds.match(
            ByteBuffer.wrap(statistics.getMin_value()), ByteBuffer.wrap(statistics.getMax_value()))) {
      throw wrong("statistics are", "values lie outside their bounds");
    }
  }

  private void requireOffsetIndex() {
    OffsetIndex index;
    try {
      index = Util.readOffsetIndex(section(chunk.getOffset_index_offset(), chunk.getOffset_index_length()));
    } catch (IOException e) {
      throw wrong("offset index is", "it cannot be decoded (" + Damages.text(e) + ")");
    }
    List<PageLocation> locations = present(index.getPage_locations(), "a page location");
    requirePages("offset index is", locations.size());
    long row = 0;
    for (int i = 0; i < locations.size(); i++) {
      PageLocation location = locations.get(i);
      PageSummary page = found.pages().get(i).summary();
      if (location.getOffset() != page.offset()
          || location.getCompressed_page_size() != page.bytes()
          || location.getFirst_row_index() != row) {
        throw wrong("offset index is", "it misplaces data page " + (i + 1));
      }
      row += page.values();
    }
  }

  private void requireColumnIndex() {
    if (!chunk.isSetColumn_index_offset()) {
      return;
    }
    ColumnIndex index;
    try {
      index = Util.readColumnIndex(section(chunk.getColumn_index_offset(), chunk.getColumn_index_length()));
    } catch (IOException e) {
      throw wrong("column index is", "it cannot be decoded (" + Damages.text(e) + ")");
    }
    List<ByteBuffer> least = present(index.getMin_values(), "a list of least values");
    List<ByteBuffer> greatest = present(index.getMax_values(), "a list of greatest values");
    requirePages("column index is", least.size());
    requirePages("column index is", greatest.size());
    requireNulls(index);
    for (int i = 0; i < found.pages().size(); i++) {
      ProvenPage page = found.pages().get(i);
      if (!page.isAllNull() && !page.bounds().match(least.get(i), greatest.get(i))) {
        throw wrong("column index is", "values of data page " + (i + 1) + " lie outside its bounds");
      }
    }
    if (index.getBoundary_order() != BoundaryOrder.UNORDERED) {
      int sign = index.getBoundary_order() == BoundaryOrder.ASCENDING ? 1 : -1;
      requireOrder(least, sign);
      requireOrder(greatest, sign);
    }
  }

  private void requireNulls(ColumnIndex index) {
    List<Boolean> nullPages = present(index.getNull_pages(), "a list of null pages");
    List<Long> nullCounts = present(index.getNull_counts(), "a list of null counts");
    requirePages("column index is", nullPages.size());
    requirePages("column index is", nullCounts.size());
    for (int i = 0; i < found.pages().size(); i++) {
      ProvenPage page = found.pages().get(i);
      if (nullPages.get(i) != page.isAllNull() || nullCounts.get(i) != page.nulls()) {
        throw wrong("column index is", "it miscounts the nulls of data page " + (i + 1));
      }
    }
  }

  /** An order among the pages lets readers search instead of look; pages of nulls have no place in it. */
  private void requireOrder(List<ByteBuffer> claims, int sign) {
    Bounds bounds = found.bounds();
    int previous = -1;
    for (int i = 0; i < claims.size(); i++) {
      if (found.pages().get(i).isAllNull()) {
        continue;
      }
      if (previous >= 0 && sign * bounds.compare(claims.get(previous), claims.get(i)) > 0) {
        throw wrong("column index is", "data page " + (i + 1) + " breaks the order that it claims");
      }
      previous = i;
    }
  }

  private void requirePages(String what, int pages) {
    if (pages != found.pages().size()) {
      throw wrong(what, "it has %d pages of %d".formatted(pages, found.pages().size()));
    }
  }

  private ByteArrayInputStream section(long offset, int length) {
    return new ByteArrayInputStream(file.read(offset, length));
  }

  private DamageException wrong(String what, String how) {
    return new DamageException(place + " is described wrongly: its " + what + " not true of its pages, " + how);
  }
}
