package io.noetl.benchmarks.damage;

import static io.noetl.benchmarks.damage.PageDamage.any;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.Statistics;
import org.jspecify.annotations.NullUnmarked;

/** Wrong statistics of a column chunk, by which readers skip row groups. */
@NullUnmarked
final class StatisticsDamage {

  private StatisticsDamage() {}

  static Optional<byte[]> edit(byte[] file, Random random) throws IOException {
    ParquetParts parts = ParquetParts.of(file);
    List<ColumnMetaData> candidates =
        parts.chunks().stream().map(Chunk::metadata).filter(ColumnMetaData::isSetStatistics).toList();
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    ColumnMetaData metadata = any(candidates, random);
    edit(metadata, metadata.getStatistics(), random);
    return Optional.of(parts.bytes());
  }

  private static void edit(ColumnMetaData metadata, Statistics statistics, Random random) {
    switch (random.nextInt(6)) {
      case 0 -> statistics.setNull_count(statistics.getNull_count() + 1);
      case 1 -> statistics.setMin_value(changed(statistics.getMin_value(), random));
      case 2 -> statistics.setMax_value(changed(statistics.getMax_value(), random));
      case 3 -> {
        byte[] least = statistics.getMin_value();
        statistics.setMin_value(statistics.getMax_value());
        statistics.setMax_value(least);
      }
      case 4 -> statistics.setDistinct_count(random.nextInt(1000));
      default -> metadata.unsetStatistics();
    }
  }

  private static byte[] changed(byte[] bound, Random random) {
    if (bound == null || bound.length == 0) {
      return new byte[] {1, 2, 3, 4, 5, 6, 7, 8};
    }
    byte[] changed = bound.clone();
    changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    return changed;
  }
}
