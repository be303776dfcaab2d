package io.noetl.adapters.parquet.verifier;

import java.nio.ByteBuffer;
import org.apache.parquet.column.Dictionary;

/** The texts of a chunk's dictionary, as parts of its page, and in which data page each was met last. */
final class DictionaryTexts {

  private final byte[][] arrays;
  private final int[] from;
  private final int[] to;
  private final int[] lastPage;

  /**
   * All texts of a dictionary.
   *
   * @throws IndexOutOfBoundsException if one reaches beyond the dictionary's page
   */
  DictionaryTexts(Dictionary dictionary) {
    int count = dictionary.getMaxId() + 1;
    arrays = new byte[count][];
    from = new int[count];
    to = new int[count];
    lastPage = new int[count];
    for (int number = 0; number < count; number++) {
      ByteBuffer utf8 = dictionary.decodeToBinary(number).toByteBuffer();
      arrays[number] = utf8.array();
      from[number] = utf8.arrayOffset() + utf8.position();
      to[number] = from[number] + utf8.remaining();
    }
  }

  /** Holds the text; nobody changes it. */
  byte[] array(int number) {
    return arrays[number];
  }

  int from(int number) {
    return from[number];
  }

  int to(int number) {
    return to[number];
  }

  /** Whether a text is met for the first time in that page, counted from 1; the pages are asked of in order. */
  boolean isFirst(int number, int page) {
    boolean first = lastPage[number] != page;
    lastPage[number] = page;
    return first;
  }
}
