package io.noetl.adapters.report.html;

import io.noetl.application.report.BoundedText;
import io.noetl.domain.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of inputs and outputs the page still has room for. A text that finds no room is told by its length alone, so
 * that no execution makes a page that nobody can open.
 */
final class TextBudget {

  private long left;

  TextBudget(long bytes) {
    this.left = bytes;
  }

  /** A text as it is if it is whole; else a map of its beginning and its whole length; null if there is none. */
  Value spend(@Nullable BoundedText text) {
    if (text == null) {
      return Value.NULL;
    }
    Value whole = Value.of(text.text());
    long bytes = EmbeddedJson.of(whole).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > left) {
      return cut("", text.length());
    }
    left -= bytes;
    return text.cut() ? cut(text.text(), text.length()) : whole;
  }

  private static Value cut(String beginning, long length) {
    Map<String, Value> cut = new LinkedHashMap<>();
    cut.put("text", Value.of(beginning));
    cut.put("length", Value.of(length));
    return Value.of(cut);
  }
}
