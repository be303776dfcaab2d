package io.noetl.domain.secret;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Texts that nobody may see, and how they are hidden: {@value #HIDDEN} stands in the place of each. Found is a secret in any
 * case, as a whole, as one of its lines or inside a larger text; as it is, or written as JSON, as a Python literal, as HTML,
 * in a URL or a form, also two of these one within the other, and beneath eight more layers of JSON or three of a URL; and in
 * base64, wherever in it it begins. What cuts or reverses a secret, or changes it in a way of its own, hides it from this
 * class. Immutable.
 */
public final class Secrets {

  /** What stands in the place of a secret. */
  public static final String HIDDEN = "***";

  /** There are no secrets; everything stays as it is. */
  public static final Secrets NONE = new Secrets(Map.of());

  private final Map<Secret, Collection<Pattern>> patterns;
  private final PatternIndex index;

  private Secrets(Map<Secret, Collection<Pattern>> patterns) {
    this.patterns = patterns;
    List<Pattern> all = new ArrayList<>();
    patterns.values().forEach(all::addAll);
    this.index = new PatternIndex(all);
  }

  public static Secrets of(Collection<Secret> secrets) {
    return NONE.with(secrets);
  }

  /** These and more. */
  public Secrets with(Collection<Secret> more) {
    Set<Secret> unknown = new LinkedHashSet<>(more);
    unknown.removeAll(patterns.keySet());
    if (unknown.isEmpty()) {
      return this;
    }
    Map<Secret, Collection<Pattern>> all = new LinkedHashMap<>(patterns);
    unknown.forEach(secret -> all.put(secret, Patterns.of(secret)));
    return new Secrets(all);
  }

  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** The text with its secrets hidden; the same one if it has none. */
  public String text(String text) {
    return masking().text(text);
  }

  /**
   * The value with the secrets in its texts, keys and numbers hidden; the same one if it has none. A number that holds a
   * secret becomes a text.
   */
  public Value value(Value value) {
    return masking().value(value);
  }

  /** See {@link #value}. */
  public MapValue map(MapValue map) {
    return masking().map(map);
  }

  /** Hides secrets in several things and tells which there were. */
  public Masking masking() {
    return new Masking(index, isEmpty());
  }
}
