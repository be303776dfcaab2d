package io.noetl.adapters.parquet.writer;

import java.nio.ByteBuffer;
import org.apache.parquet.column.statistics.IntStatistics;
import org.apache.parquet.column.statistics.LongStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;

/** The least and greatest values and the nulls of a staged page, as parquet-java's statistics. */
final class PageBounds {

  private PageBounds() {}

  /** Of the values themselves. */
  static Statistics<?> of(StagedPage page, PrimitiveType type) {
    Statistics<?> statistics = Statistics.createStats(type);
    statistics.incrementNumNulls(page.nulls());
    if (page.values() > 0) {
      switch (page.column().type()) {
        case TEXT, JSON -> addTexts(statistics, page);
        case TIMESTAMP, LONG -> addLongs((LongStatistics) statistics, page);
        case INT -> addIntegers((IntStatistics) statistics, page);
        case DOUBLE -> addDoubles(statistics, page);
      }
    }
    return statistics;
  }

  /** Of values that are in a dictionary: each of those is looked at once. */
  static Statistics<?> of(StagedPage page, PrimitiveType type, int[] numbers, TextDictionary.Entries dictionary) {
    Statistics<?> statistics = Statistics.createStats(type);
    statistics.incrementNumNulls(page.nulls());
    boolean[] seen = new boolean[dictionary.count()];
    Extremes extremes = new Extremes(dictionary.bytes());
    for (int i = 0; i < page.values(); i++) {
      int number = numbers[i];
      if (!seen[number]) {
        seen[number] = true;
        extremes.add(dictionary.start(number));
      }
    }
    extremes.tell(statistics);
    return statistics;
  }

  private static void addLongs(LongStatistics statistics, StagedPage page) {
    ByteBuffer values = page.buffer();
    long least = Long.MAX_VALUE;
    long greatest = Long.MIN_VALUE;
    for (int at = page.start(); at < page.end(); at += Long.BYTES) {
      long value = values.getLong(at);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    statistics.setMinMax(least, greatest);
  }

  private static void addIntegers(IntStatistics statistics, StagedPage page) {
    ByteBuffer values = page.buffer();
    int least = Integer.MAX_VALUE;
    int greatest = Integer.MIN_VALUE;
    for (int at = page.start(); at < page.end(); at += Integer.BYTES) {
      int value = values.getInt(at);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    statistics.setMinMax(least, greatest);
  }

  /** parquet-java knows what the format says of NaN and of the two zeros. */
  private static void addDoubles(Statistics<?> statistics, StagedPage page) {
    ByteBuffer values = page.buffer();
    for (int at = page.start(); at < page.end(); at += Double.BYTES) {
      statistics.updateStats(values.getDouble(at));
    }
  }

  private static void addTexts(Statistics<?> statistics, StagedPage page) {
    Extremes extremes = new Extremes(page.buffer());
    for (int at = page.start(); at < page.end(); at = PlainTexts.next(page.buffer(), at)) {
      extremes.add(at);
    }
    extremes.tell(statistics);
  }

  /** The least and the greatest of some texts that lie PLAIN in a buffer. */
  private static final class Extremes {

    private final ByteBuffer texts;
    private int least = -1;
    private int greatest = -1;

    Extremes(ByteBuffer texts) {
      this.texts = texts;
    }

    void add(int at) {
      int order = greatest < 0 ? 1 : PlainTexts.compare(texts, at, texts, greatest);
      if (order > 0) {
        greatest = at;
      }
      if (least < 0 || (order < 0 && PlainTexts.compare(texts, at, texts, least) < 0)) {
        least = at;
      }
    }

    void tell(Statistics<?> statistics) {
      if (least >= 0) {
        statistics.updateStats(Binary.fromConstantByteArray(PlainTexts.bytes(texts, least)));
        statistics.updateStats(Binary.fromConstantByteArray(PlainTexts.bytes(texts, greatest)));
      }
    }
  }
}
