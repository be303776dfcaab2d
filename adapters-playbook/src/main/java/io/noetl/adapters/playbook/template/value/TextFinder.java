package io.noetl.adapters.playbook.template.value;

/**
 * Finds one text in another. Long ones are looked for by their beginning, and what follows is compared where that is
 * found; what both take is counted, so that a text that almost matches everywhere is stopped by the limit of operations.
 */
public final class TextFinder {

  private static final int SHORT = 32;
  private static final int SCANNED = 16;
  private static final int COMPARED = 64;

  private TextFinder() {}

  public static boolean contains(Rendering rendering, String text, String sought) {
    return first(rendering, text, sought, 0) >= 0;
  }

  /** The first offset from {@code from} on, or -1. */
  public static int first(Rendering rendering, String text, String sought, int from) {
    String head = sought.length() <= SHORT ? sought : sought.substring(0, SHORT);
    int at = from;
    while (true) {
      int found = text.indexOf(head, at);
      rendering.steps(((found < 0 ? text.length() : found) - Math.min(at, text.length())) / SCANNED);
      if (found < 0 || head.length() == sought.length()) {
        return found;
      }
      if (found + sought.length() > text.length()) {
        return -1;
      }
      rendering.steps(1 + sought.length() / COMPARED);
      if (text.startsWith(sought, found)) {
        return found;
      }
      at = found + 1;
    }
  }

  /** The last offset up to {@code from}, or -1. */
  public static int last(Rendering rendering, String text, String sought, int from) {
    String head = sought.length() <= SHORT ? sought : sought.substring(0, SHORT);
    int at = Math.min(from, text.length() - sought.length());
    while (true) {
      int found = at < 0 ? -1 : text.lastIndexOf(head, at);
      rendering.steps((Math.max(at, 0) - Math.max(found, 0)) / SCANNED);
      if (found < 0 || head.length() == sought.length()) {
        return found;
      }
      rendering.steps(1 + sought.length() / COMPARED);
      if (text.startsWith(sought, found)) {
        return found;
      }
      at = found - 1;
    }
  }
}
