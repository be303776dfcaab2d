package io.noetl.adapters.report.html;

import io.noetl.domain.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects an object of the page's data; what is null or empty has no entry. */
final class PageObject {

  /** Names and messages beyond are cut: a page shows what people read. */
  private static final int LONGEST = 2_000;

  private final Map<String, Value> entries = new LinkedHashMap<>();

  PageObject put(String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      entries.put(name, Value.of(shortened(text)));
    }
    return this;
  }

  PageObject put(String name, @Nullable Long number) {
    if (number != null) {
      entries.put(name, Value.of(number.longValue()));
    }
    return this;
  }

  PageObject put(String name, @Nullable Double number) {
    if (number != null) {
      entries.put(name, Value.of(number.doubleValue()));
    }
    return this;
  }

  /** As ISO text, with as many digits of a second as it needs. */
  PageObject put(String name, @Nullable Instant time) {
    return put(name, time == null ? null : time.toString());
  }

  PageObject flag(String name, boolean value) {
    if (value) {
      entries.put(name, Value.of(true));
    }
    return this;
  }

  PageObject put(String name, Value value) {
    if (!value.equals(Value.NULL)) {
      entries.put(name, value);
    }
    return this;
  }

  Value done() {
    return Value.of(entries);
  }

  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST))) + "…";
  }
}
