package io.noetl.adapters.report.html;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;

/**
 * JSON that can stand in a {@code <script type="application/json">} (HTML, "restrictions for contents of script elements"):
 * without a character that HTML gives a meaning, and without what some tools take for a line break.
 */
final class EmbeddedJson {

  private EmbeddedJson() {}

  static String of(Value value) {
    return escaped(JsonWriter.write(value));
  }

  /** These characters occur in strings alone, where JSON knows them by their numbers, too. */
  static String escaped(String json) {
    StringBuilder out = new StringBuilder(json.length() + 16);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '<' -> out.append("\\u003c");
        case '>' -> out.append("\\u003e");
        case '&' -> out.append("\\u0026");
        case '\u2028' -> out.append("\\u2028");
        case '\u2029' -> out.append("\\u2029");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
