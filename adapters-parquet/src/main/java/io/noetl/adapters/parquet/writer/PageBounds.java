package io.noetl.adapters.parquet.writer;

import java.nio.ByteBuffer;
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
    ByteBuffer values = page.buffer();
    switch (page.column().type()) {
      case TEXT, JSON -> addTexts(statistics, page);
      case TIMESTAMP, LONG -> {
        for (int at = page.start(); at < page.end(); at += Long.BYTES) {
          statistics.updateStats(values.getLong(at));
        }
      }
      case INT -> {
        for (int at = page.start(); at < page.end(); at += Integer.BYTES) {
          statistics.updateStats(values.getInt(at));
        }
      }
      case DOUBLE -> {
        for (int at = page.start(); at < page.end(); at += Double.BYTES) {
          statistics.updateStats(values.getDouble(at));
        }
      }
    }
    return statistics;
  }

  /** Of values that are in a dictionary: each of those is looked at once. */
  static Statistics<?> of(StagedPage page, PrimitiveType type, int[] numbers, TextDictionary.Entries dictionary) {
    Statistics<?> statistics = Statistics.createStats(type);
    statistics.incrementNumNulls(page.nulls());
    boolean[] seen = new boolean[dictionary.count()];
    ByteBuffer texts = dictionary.bytes();
    int least = -1;
    int greatest = -1;
    for (int i = 0; i < page.values(); i++) {
      int number = numbers[i];
      if (!seen[number]) {
        seen[number] = true;
        int at = dictionary.start(number);
        least = least < 0 || PlainTexts.compare(texts, at, texts, least) < 0 ? at : least;
        greatest = greatest < 0 || PlainTexts.compare(texts, at, texts, greatest) > 0 ? at : greatest;
      }
    }
    set(statistics, texts, least, greatest);
    return statistics;
  }

  private static void addTexts(Statistics<?> statistics, StagedPage page) {
    ByteBuffer texts = page.buffer();
    int least = -1;
    int greatest = -1;
    for (int at = page.start(); at < page.end(); at = PlainTexts.next(texts, at)) {
      least = least < 0 || PlainTexts.compare(texts, at, texts, least) < 0 ? at : least;
      greatest = greatest < 0 || PlainTexts.compare(texts, at, texts, greatest) > 0 ? at : greatest;
    }
    set(statistics, texts, least, greatest);
  }

  private static void set(Statistics<?> statistics, ByteBuffer texts, int least, int greatest) {
    if (least >= 0) {
      statistics.updateStats(Binary.fromConstantByteArray(PlainTexts.bytes(texts, least)));
      statistics.updateStats(Binary.fromConstantByteArray(PlainTexts.bytes(texts, greatest)));
    }
  }
}
