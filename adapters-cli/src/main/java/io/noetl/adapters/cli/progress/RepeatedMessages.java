package io.noetl.adapters.cli.progress;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Shows each message once and counts its repeats. Of more different messages than a bound only the number is known. */
final class RepeatedMessages {

  private static final int MOST = 500;

  private final Consumer<String> lines;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private long beyond;

  RepeatedMessages(Consumer<String> lines) {
    this.lines = lines;
  }

  /**
   * Shows {@code line} if nothing with that key was shown before.
   *
   * @return whether it is shown, now or before
   */
  boolean show(String key, String line) {
    Long before = counts.get(key);
    if (before != null) {
      counts.put(key, before + 1);
      return true;
    }
    if (counts.size() < MOST) {
      counts.put(key, 1L);
      lines.accept(line);
      return true;
    }
    beyond++;
    return false;
  }

  /** Tells how often the repeated ones were shown, and of how many only the number is known. */
  void summarize(String kind) {
    repeats(kind);
    if (beyond > 0) {
      lines.accept(kind + beyond + " more with other texts");
    }
  }

  /** Tells how often the repeated ones were shown. */
  void repeats(String kind) {
    counts.forEach(
        (key, count) -> {
          if (count > 1) {
            lines.accept(kind + key + " (" + count + " times)");
          }
        });
  }
}
