package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A compiled pattern. Compiled patterns are kept, a bounded number of them; that a pattern is known changes no result. */
public final class RegularExpression {

  /** How long a pattern may be, in UTF-16 code units. */
  public static final int MAX_LENGTH = 2_000;

  private static final int MAX_KEPT = 256;

  private static final Map<Key, RegularExpression> KEPT = new ConcurrentHashMap<>();

  private record Key(String pattern, int flags) {}

  private final Program program;
  private final Map<String, Integer> names;

  private RegularExpression(Program program, Map<String, Integer> names) {
    this.program = program;
    this.names = names;
  }

  /**
   * The compiled pattern. Two operations are counted for each of its characters, whether it is known or not.
   *
   * @param flags of {@link Flags}
   * @throws PatternException if it breaks the grammar or is too long
   */
  public static RegularExpression of(Rendering rendering, String pattern, int flags) {
    if (pattern.length() > MAX_LENGTH) {
      throw new PatternException("longer than " + MAX_LENGTH + " characters");
    }
    rendering.steps(2L * pattern.length());
    Key key = new Key(pattern, flags);
    RegularExpression known = KEPT.get(key);
    if (known != null) {
      return known;
    }
    if (KEPT.size() >= MAX_KEPT) {
      KEPT.clear();
    }
    RegularExpression fresh = compiled(pattern, flags);
    KEPT.put(key, fresh);
    return fresh;
  }

  private static RegularExpression compiled(String pattern, int flags) {
    PatternParser.Parsed parsed = PatternParser.parse(pattern, flags);
    return new RegularExpression(Compiler.compile(parsed), Map.copyOf(parsed.groups().names()));
  }

  /** How many groups it has, the whole match aside. */
  public int groups() {
    return program.groups - 1;
  }

  /** The numbers of the groups with names. */
  public Map<String, Integer> names() {
    return names;
  }

  public Matcher matcher(Rendering rendering, String text) {
    return new Matcher(program, rendering, text);
  }
}
