package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression in Python's notation, run by Java's engine. Every character that the engine looks at counts as an
 * operation, so that backtracking without end is stopped by the limit.
 *
 * @param groups the numbers of the named groups
 */
record Regex(Pattern pattern, Map<String, Integer> groups) {

  private static final int MAX_LENGTH = 2_000;

  static Regex of(String source, boolean ignoreCase, boolean multiline) {
    if (source.length() > MAX_LENGTH) {
      throw new EvaluationException("a pattern of more than " + MAX_LENGTH + " characters");
    }
    String java = source.replace("(?P<", "(?<").replace("\\Z", "\\z").replaceAll("\\(\\?P=(\\w+)\\)", "\\\\k<$1>");
    int flags = Pattern.UNICODE_CHARACTER_CLASS
        | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
        | (multiline ? Pattern.MULTILINE : 0);
    try {
      Pattern pattern = Pattern.compile(java, flags);
      return new Regex(pattern, Map.copyOf(pattern.namedGroups()));
    } catch (PatternSyntaxException invalid) {
      throw new EvaluationException("the pattern '" + source + "' is invalid: " + invalid.getDescription());
    }
  }

  Matcher matcher(Rendering rendering, String text) {
    return pattern.matcher(new Counted(rendering, text));
  }

  /** A text that counts how often it is looked at. */
  private record Counted(Rendering rendering, String text) implements CharSequence {

    @Override
    public char charAt(int index) {
      rendering.step();
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
