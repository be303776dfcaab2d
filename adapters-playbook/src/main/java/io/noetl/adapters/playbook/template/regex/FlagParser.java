package io.noetl.adapters.playbook.template.regex;

/** Parses inline flags: {@code (?im)}, {@code (?i:} and {@code (?i-m:}. */
final class FlagParser {

  private final Tokens tokens;
  private int added;
  private int removed;

  /** What flags do; global ones hold for the whole pattern and add only. */
  record Change(boolean global, int added, int removed) {}

  FlagParser(Tokens tokens) {
    this.tokens = tokens;
  }

  /** The flags from their first letter, which is taken already, to the closing parenthesis or the colon. */
  Change change(int first) {
    int token = first == '-' ? first : added(first);
    if (token == ')') {
      return new Change(true, added, 0);
    }
    if (token == '-') {
      removed();
    }
    if (Flags.has(added, removed)) {
      throw tokens.error("bad inline flags: flag turned on and off", 1);
    }
    return new Change(false, added, removed);
  }

  /** Takes the flags to add; what ends them. */
  private int added(int first) {
    int token = first;
    while (true) {
      int flag = flag(token, "missing -, : or )");
      if (token == 'L') {
        throw tokens.error("bad inline flags: cannot use 'L' flag with a str pattern", 0);
      }
      added |= flag;
      if (Flags.has(flag, Flags.ALPHABETS) && (added & Flags.ALPHABETS) != flag) {
        throw tokens.error("bad inline flags: flags 'a', 'u' and 'L' are incompatible", 0);
      }
      token = taken("missing -, : or )");
      if (token == ')' || token == '-' || token == ':') {
        return token;
      }
    }
  }

  private void removed() {
    int token = taken("missing flag");
    String missing = "missing flag";
    do {
      int flag = flag(token, missing);
      if (Flags.has(flag, Flags.ALPHABETS)) {
        throw tokens.error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", 0);
      }
      removed |= flag;
      missing = "missing :";
      token = taken(missing);
    } while (token != ':');
  }

  private int taken(String missing) {
    int token = tokens.take();
    if (token == Tokens.END) {
      throw tokens.error(missing, 0);
    }
    return token;
  }

  private int flag(int letter, String missing) {
    Integer flag = Flags.ofLetter(letter);
    if (flag == null) {
      throw tokens.error(Character.isLetter(letter) ? "unknown flag" : missing, Tokens.length(letter));
    }
    return flag;
  }
}
