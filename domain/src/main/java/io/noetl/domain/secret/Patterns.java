package io.noetl.domain.secret;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The forms in which a secret is looked for: as it is, without the white space around it, on one line, line by line; each of these in
 * every case and in up to two encodings, one within the other; and in base64, of which there may be two layers as well.
 */
final class Patterns {

  /** Of longer texts only the likelier compositions are looked for, so that a private key does not cost megabytes. */
  private static final int LONG = 512;

  private final String name;
  private final Map<String, Pattern> patterns = new LinkedHashMap<>();

  private Patterns(String name) {
    this.name = name;
  }

  static Collection<Pattern> of(Secret secret) {
    Patterns patterns = new Patterns(secret.name());
    parts(secret.text()).forEach(patterns::add);
    return List.copyOf(patterns.patterns.values());
  }

  private static Set<String> parts(String text) {
    Set<String> parts = new LinkedHashSet<>();
    parts.add(text);
    parts.add(text.strip());
    parts.add(text.lines().map(String::strip).collect(Collectors.joining(" ")).strip());
    parts.add(text.strip().replaceAll("\\s+", " "));
    text.lines().map(String::strip).filter(line -> Secret.problem(line).isEmpty()).forEach(parts::add);
    return parts;
  }

  private void add(String part) {
    Set<String> cases = LetterCases.of(part);
    Set<String> likely = encoded(Set.of(part));
    Set<String> once = part.length() < LONG ? encoded(cases) : likely;
    once.addAll(cases);
    Set<String> twice = encoded(part.length() < LONG ? once : likely);
    distinct(once).forEach(this::addText);
    distinct(twice).forEach(this::addText);
    for (String text : once) {
      Base64Forms.of(text).forEach(this::addBase64);
    }
    for (String text : cases) {
      for (Base64Forms.Form inner : Base64Forms.of(text)) {
        Base64Forms.of(inner.text()).forEach(this::addBase64);
      }
    }
  }

  private static Set<String> encoded(Set<String> texts) {
    Set<String> encoded = new LinkedHashSet<>();
    for (String text : texts) {
      for (Encoder encoder : Encoder.values()) {
        encoded.add(encoder.encode(text));
      }
    }
    return encoded;
  }

  /** Without those that differ in their cases alone. */
  private static Set<String> distinct(Set<String> texts) {
    Set<String> seen = new HashSet<>();
    Set<String> distinct = new LinkedHashSet<>(texts);
    distinct.removeIf(text -> !seen.add(Pattern.folded(text)));
    return distinct;
  }

  private void addText(String text) {
    add(Pattern.of(text, name));
  }

  /** Base64 in a URL has its {@code +}, {@code /} and {@code =} encoded, in JSON its {@code /} at times. */
  private void addBase64(Base64Forms.Form form) {
    if (form.text().length() < Pattern.LEAST) {
      return;
    }
    for (Encoder encoder : List.of(Encoder.JSON, Encoder.URL, Encoder.URL_PATH, Encoder.JSON_SLASH)) {
      add(new Pattern(Pattern.folded(encoder.encode(form.text())), form.before(), form.after(), name));
    }
  }

  private void add(Pattern pattern) {
    patterns.putIfAbsent(pattern.folded(), pattern);
  }
}
