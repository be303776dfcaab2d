package io.noetl.adapters.report.plot;

import java.awt.FontMetrics;
import java.util.Locale;

/** Texts as they stand in a picture: on one line, with what would be invisible or turn the line around made visible. */
final class PlotText {

  private static final int LONGEST = 200;

  private PlotText() {}

  static String of(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(c, out));
    return text.codePointCount(0, text.length()) > LONGEST ? out.append('…').toString() : out.toString();
  }

  private static void append(int c, StringBuilder out) {
    if (c == '\n' || c == '\r' || c == '\t') {
      out.append(' ');
    } else if (Character.isISOControl(c) || isDirectional(c)) {
      out.append(String.format(Locale.ROOT, "\\u%04x", c));
    } else {
      out.appendCodePoint(c);
    }
  }

  private static boolean isDirectional(int c) {
    return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  /** The beginning of a text that is at most so many pixels wide, with an ellipsis where some is missing. */
  static String fitted(String text, FontMetrics metrics, int width) {
    if (metrics.stringWidth(text) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end) + "…";
  }

  /** Seconds for people: three digits and a unit that suits. */
  static String seconds(double seconds) {
    if (seconds > 0 && seconds < 0.9995) {
      return digits(seconds * 1_000) + " ms";
    }
    if (seconds < 120) {
      return digits(seconds) + " s";
    }
    return seconds < 7_200 ? digits(seconds / 60) + " min" : digits(seconds / 3_600) + " h";
  }

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String digits(double number) {
    return String.format(Locale.ROOT, number == 0 || number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f", number);
  }
}
