package io.noetl.domain.secret;

import java.util.Arrays;
import java.util.List;

/**
 * Finds patterns in texts in one pass: a rolling hash of the last {@value Pattern#LEAST} characters (Karp and Rabin, 1987)
 * leads to the patterns that begin with them, which are then compared. The table has an entry per pattern; texts without a
 * secret cost a few operations a character and allocate nothing.
 */
final class PatternIndex {

  private static final int BASE = 31;

  /** {@value #BASE} to the power of the window's length less one. */
  private static final int HIGHEST = 28_629_151;

  private final Pattern[] patterns;

  /** By slot, the first pattern of the slot; by pattern, the next one of its slot; -1 ends. */
  private final int[] slots;
  private final int[] next;
  private final int shift;

  PatternIndex(List<Pattern> all) {
    patterns = all.toArray(Pattern[]::new);
    int bits = Math.max(8, 34 - Integer.numberOfLeadingZeros(patterns.length));
    slots = new int[1 << bits];
    next = new int[patterns.length];
    shift = 32 - bits;
    Arrays.fill(slots, -1);
    for (int i = 0; i < patterns.length; i++) {
      int slot = slot(hash(patterns[i].folded()));
      next[i] = slots[slot];
      slots[slot] = i;
    }
  }

  /** Told of what is found, in the order of the starts. */
  interface Finding {
    void found(Pattern pattern, int start);
  }

  void search(String text, Finding finding) {
    int window = Pattern.LEAST;
    if (text.length() < window) {
      return;
    }
    int hash = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i >= window) {
        hash -= Pattern.fold(text.charAt(i - window)) * HIGHEST;
      }
      hash = hash * BASE + Pattern.fold(text.charAt(i));
      if (i >= window - 1) {
        for (int at = slots[slot(hash)]; at >= 0; at = next[at]) {
          int start = i - window + 1;
          if (patterns[at].isAt(text, start)) {
            finding.found(patterns[at], start);
          }
        }
      }
    }
  }

  private static int hash(String folded) {
    int hash = 0;
    for (int i = 0; i < Pattern.LEAST; i++) {
      hash = hash * BASE + folded.charAt(i);
    }
    return hash;
  }

  private int slot(int hash) {
    return (hash * 0x9E3779B1) >>> shift;
  }
}
