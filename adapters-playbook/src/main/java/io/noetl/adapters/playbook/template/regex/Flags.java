package io.noetl.adapters.playbook.template.regex;

import org.jspecify.annotations.Nullable;

/** The flags of Python's {@code re} as bits of an int. */
public final class Flags {

  public static final int NONE = 0;
  public static final int IGNORE_CASE = 1;
  public static final int MULTILINE = 2;
  static final int DOT_ALL = 4;
  static final int VERBOSE = 8;
  static final int ASCII = 16;
  static final int UNICODE = 32;
  static final int LOCALE = 64;

  /** The flags that choose an alphabet: at most one of them holds. */
  static final int ALPHABETS = ASCII | UNICODE | LOCALE;

  private Flags() {}

  /** The flag of a letter, or null when the letter is none. */
  static @Nullable Integer ofLetter(int letter) {
    return switch (letter) {
      case 'i' -> IGNORE_CASE;
      case 'm' -> MULTILINE;
      case 's' -> DOT_ALL;
      case 'x' -> VERBOSE;
      case 'a' -> ASCII;
      case 'u' -> UNICODE;
      case 'L' -> LOCALE;
      default -> null;
    };
  }

  static boolean has(int flags, int flag) {
    return (flags & flag) != 0;
  }

  /** The flags within a group that adds and removes some: an alphabet replaces the one around it. */
  static int within(int flags, int added, int removed) {
    int kept = has(added, ALPHABETS) ? flags & ~ALPHABETS : flags;
    return (kept | added) & ~removed;
  }
}
