package io.noetl.adapters.tasks.settings;

import java.util.Collection;
import java.util.Optional;

/** Unknown settings: a key that nearly is a known one is a mistake; any other is left for the reader to warn about. */
public final class UnknownKey {

  private UnknownKey() {}

  /** What is wrong with {@code key}, when it is not one of {@code known} but nearly is. */
  public static Optional<String> problem(String key, Collection<String> known) {
    return known.contains(key)
        ? Optional.empty()
        : Suggestion.nearest(key, known).map(meant -> "unknown key '" + key + "'; did you mean '" + meant + "'?");
  }
}
