package io.noetl.benchmarks.damage;

import static io.noetl.benchmarks.damage.PageDamage.any;
import static io.noetl.benchmarks.damage.PageDamage.mutable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.apache.parquet.format.BoundaryOrder;
import org.apache.parquet.format.ColumnIndex;
import org.apache.parquet.format.PageLocation;
import org.jspecify.annotations.NullUnmarked;

/** Wrong page indexes, by which readers skip pages or go to the wrong ones. */
@NullUnmarked
final class IndexDamage {

  private IndexDamage() {}

  static Optional<byte[]> edit(byte[] file, Random random) throws IOException {
    ParquetParts parts = ParquetParts.of(file);
    boolean bounds = random.nextBoolean();
    Function<Chunk, Object> index = bounds ? Chunk::columnIndex : Chunk::offsetIndex;
    List<Chunk> candidates = parts.chunks().stream().filter(chunk -> index.apply(chunk) != null).toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Chunk chunk = any(candidates, random);
    return Optional.of(
        parts.bytes(
            located -> {
              if (bounds && chunk.columnIndex() != null) {
                editBounds(chunk.columnIndex(), random);
              } else if (chunk.offsetIndex() != null) {
                editLocations(chunk.offsetIndex().getPage_locations(), random);
              }
            },
            described -> {}));
  }

  private static void editBounds(ColumnIndex index, Random random) {
    int page = random.nextInt(index.getNull_pages().size());
    switch (random.nextInt(5)) {
      case 0 -> index.setMin_values(changed(index.getMin_values(), page, random));
      case 1 -> index.setMax_values(changed(index.getMax_values(), page, random));
      case 2 -> {
        List<Boolean> nulls = mutable(index.getNull_pages());
        nulls.set(page, !nulls.get(page));
        index.setNull_pages(nulls);
      }
      case 3 -> {
        List<Long> counts = index.isSetNull_counts() ? mutable(index.getNull_counts()) : mutable(List.of(0L));
        counts.set(Math.min(page, counts.size() - 1), random.nextLong(1_000_000));
        index.setNull_counts(counts);
      }
      default -> index.setBoundary_order(any(List.of(BoundaryOrder.values()), random));
    }
  }

  private static List<ByteBuffer> changed(List<ByteBuffer> bounds, int page, Random random) {
    List<ByteBuffer> changed = mutable(bounds);
    byte[] bytes = new byte[bounds.get(page).remaining()];
    bounds.get(page).duplicate().get(bytes);
    if (bytes.length == 0) {
      bytes = new byte[] {1};
    } else {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }
    changed.set(page, ByteBuffer.wrap(bytes));
    return changed;
  }

  private static void editLocations(List<PageLocation> locations, Random random) {
    PageLocation location = any(locations, random);
    switch (random.nextInt(4)) {
      case 0 -> location.setOffset(location.getOffset() + 1 + random.nextInt(100));
      case 1 -> location.setCompressed_page_size(location.getCompressed_page_size() - 1 - random.nextInt(20));
      case 2 -> location.setFirst_row_index(location.getFirst_row_index() + 1);
      default -> locations.remove(location);
    }
  }
}
