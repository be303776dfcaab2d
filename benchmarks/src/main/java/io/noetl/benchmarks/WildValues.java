package io.noetl.benchmarks;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.util.Random;

/**
 * Random values of one column, from a seed: how many are null, how many differ, how long texts are and of what letters
 * follows from the traits that the column was given or has drawn. Texts hold every plane of Unicode, NUL, line breaks
 * and quotes; numbers the ends of their ranges, both zeros, subnormals, infinities and NaN.
 *
 * <p>No text begins with U+FEFF: decoders of JavaScript take it for a byte-order mark there, also inside a value.
 */
final class WildValues {

  private static final double[] NULLS = {0, 0, 0.01, 0.3, 0.9, 1};
  private static final int[] DISTINCT = {1, 2, 30, 3_000, Integer.MAX_VALUE};
  private static final int[] LONGEST = {0, 3, 20, 70, 600};
  private static final String AWKWARD = "\0\1\t\n\r\"'\\/`,;{}[]%\u007f\u0085\u00a0\u2028\ufffd\uffff";
  private static final double[] REALS = {
    0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -Double.MIN_VALUE,
    Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_NORMAL, 0.1, 1e-7, 1.5e300
  };
  private static final long[] LONGS = {
    0, -1, 1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 53, (1L << 53) + 1, -(1L << 53) - 1
  };
  private static final long YEAR_MICROS = 31_556_952_000_000L;

  private final Random random;
  private final Traits traits;
  private final long pool;

  /**
   * What a column is like.
   *
   * @param nulls the share of nulls, 0 to 1
   * @param distinct how many values there are to choose from; the greatest integer for as many as rows
   * @param longest how many characters texts have at most
   * @param wild whether texts are of every plane; else of 64 letters, which compress badly
   */
  record Traits(double nulls, int distinct, int longest, boolean wild) {

    static Traits drawn(Random random) {
      return new Traits(
          NULLS[random.nextInt(NULLS.length)],
          DISTINCT[random.nextInt(DISTINCT.length)],
          LONGEST[random.nextInt(LONGEST.length)],
          random.nextInt(3) > 0);
    }
  }

  WildValues(long seed, Traits traits) {
    this.random = new Random(seed);
    this.traits = traits;
    this.pool = random.nextLong();
  }

  boolean nextIsNull() {
    return random.nextDouble() < traits.nulls();
  }

  String nextText() {
    return text(drawn());
  }

  /** Any JSON; text columns that hold it are never empty. */
  String nextJson() {
    Random drawn = drawn();
    return switch (drawn.nextInt(5)) {
      case 0 -> Long.toString(drawn.nextLong());
      case 1 -> "[" + drawn.nextInt(1000) / 8.0 + ",null,true]";
      case 2 -> "{" + JsonWriter.write(new Value.TextValue(text(drawn))) + ":{}}";
      default -> JsonWriter.write(new Value.TextValue(text(drawn)));
    };
  }

  /**
   * A column has one of the two zeros and one NaN: in a run of equal numbers DuckDB's own storage keeps the bits of the first, so that
   * a store that is closed and opened again can hold another zero than was put in.
   */
  double nextDouble() {
    double number = anyDouble();
    if (Double.isNaN(number)) {
      return Double.NaN;
    }
    double zero = pool < 0 ? -0.0 : 0.0;
    return number == 0 ? zero : number;
  }

  private double anyDouble() {
    Random drawn = drawn();
    return switch (drawn.nextInt(3)) {
      case 0 -> REALS[drawn.nextInt(REALS.length)];
      case 1 -> Double.longBitsToDouble(drawn.nextLong());
      default -> drawn.nextInt(100_000) / 1000.0;
    };
  }

  long nextLong() {
    Random drawn = drawn();
    return switch (drawn.nextInt(3)) {
      case 0 -> LONGS[drawn.nextInt(LONGS.length)];
      case 1 -> drawn.nextLong();
      default -> drawn.nextInt(1000);
    };
  }

  /** The low half of a {@link #nextLong()}. */
  int nextInt() {
    return (int) nextLong();
  }

  /** Microseconds since 1970 between the years -8000 and 12000, most of them in this century. */
  long nextMicros() {
    Random drawn = drawn();
    return drawn.nextInt(4) == 0
        ? drawn.nextLong(-10_000 * YEAR_MICROS, 10_000 * YEAR_MICROS)
        : drawn.nextLong(30 * YEAR_MICROS, 130 * YEAR_MICROS);
  }

  /** The source of the next value: the same for the same value of the pool. */
  private Random drawn() {
    boolean all = traits.distinct() == Integer.MAX_VALUE;
    return new Random(pool + (all ? random.nextLong() : random.nextInt(traits.distinct())));
  }

  private String text(Random drawn) {
    int length = traits.longest() == 0 ? 0 : drawn.nextInt(drawn.nextInt(traits.longest()) + 1);
    if (!traits.wild()) {
      length = traits.longest() - length / 2;
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      int letter = traits.wild() ? wildLetter(drawn) : '0' + drawn.nextInt(64);
      text.appendCodePoint(i == 0 && letter == 0xfeff ? 'x' : letter);
    }
    return text.toString();
  }

  private static int wildLetter(Random drawn) {
    int letter =
        switch (drawn.nextInt(8)) {
          case 0 -> AWKWARD.charAt(drawn.nextInt(AWKWARD.length()));
          case 1 -> drawn.nextInt(0x800);
          case 2 -> drawn.nextInt(0x10000);
          case 3, 4 -> 0x10000 + drawn.nextInt(0x100000);
          default -> ' ' + drawn.nextInt(95);
        };
    return Character.isSurrogate((char) letter) && letter < 0x10000 ? 'y' : letter;
  }
}
