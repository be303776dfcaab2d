package io.noetl.adapters.playbook.template.regex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Letters without case, as Python's {@code re} compares them: by their simple lower case, and a few lower-case letters
 * that share an upper-case one are held for each other.
 */
final class CaseFolding {

  /** Lower-case letters that are held for each other: hexadecimal, from Unicode's simple case mappings. */
  private static final String SHARED = """
      0069 0131,0073 017f,00b5 03bc,0345 03b9 1fbe,0390 1fd3,03b0 1fe3,03b2 03d0,03b5 03f5,03b8 03d1,\
      03ba 03f0,03c0 03d6,03c1 03f1,03c2 03c3,03c6 03d5,0432 1c80,0434 1c81,043e 1c82,0441 1c83,\
      0442 1c84 1c85,044a 1c86,0463 1c87,1c88 a64b,1e61 1e9b,fb05 fb06\
      """;

  private static final int[] NONE = {};

  private static final Map<Integer, int[]> VARIANTS = variants();

  private CaseFolding() {}

  static int lower(int c) {
    return c < 0x80 ? asciiLower(c) : Character.toLowerCase(c);
  }

  static int asciiLower(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }

  /** The characters other than {@code lower} itself that match it, for a lower-case character. */
  static int[] variants(int lower) {
    return VARIANTS.getOrDefault(lower, NONE);
  }

  private static Map<Integer, int[]> variants() {
    Map<Integer, List<Integer>> groups = new HashMap<>();
    for (String shared : SHARED.strip().split(",", -1)) {
      List<Integer> group = new ArrayList<>();
      for (String code : shared.split(" ", -1)) {
        group.add(Integer.valueOf(code, 16));
      }
      group.forEach(c -> groups.put(c, group));
    }
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int lower = Character.toLowerCase(c);
      if (lower != c) {
        groups.computeIfAbsent(lower, key -> new ArrayList<>(List.of(key))).add(c);
      }
    }
    Map<Integer, int[]> variants = new HashMap<>();
    groups.forEach((c, group) -> variants.put(c, group.stream().filter(i -> !i.equals(c)).mapToInt(i -> i).toArray()));
    return variants;
  }
}
