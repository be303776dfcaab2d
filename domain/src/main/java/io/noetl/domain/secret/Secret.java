package io.noetl.domain.secret;

import java.util.Optional;

/**
 * A text that nobody may see.
 *
 * @param name where it comes from, as messages show it: {@code env.API_TOKEN}, {@code workload.db.password}
 * @param text at least {@value #LEAST} characters, white space at its ends not counted
 */
public record Secret(String name, String text) {

  /** How many characters a secret needs: a shorter one would be found in texts that have nothing to do with it. */
  public static final int LEAST = 6;

  public Secret {
    problem(text)
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException("the secret '" + name + "' " + problem);
            });
  }

  /** Why a text cannot be hidden, to follow its name in a message; nothing if it can be. */
  public static Optional<String> problem(String text) {
    String inner = text.strip();
    int length = inner.codePointCount(0, inner.length());
    if (length >= LEAST) {
      return Optional.empty();
    }
    String has = length == 0 ? "is blank" : "has " + length + (length == 1 ? " character" : " characters");
    return Optional.of(has + ", and a secret needs at least " + LEAST);
  }

  /** The name alone. */
  @Override
  public String toString() {
    return "Secret[" + name + "]";
  }
}
