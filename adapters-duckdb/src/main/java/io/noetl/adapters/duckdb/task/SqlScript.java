package io.noetl.adapters.duckdb.task;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits SQL into its statements at the semicolons that stand outside of quotes and comments. DuckDB's driver tells
 * nothing of the statements of a text, so that this follows the lexical rules of DuckDB's parser, which are those of
 * PostgreSQL ("Lexical Structure" in its manual): comments in slashes and stars nest; a quote is doubled in its own kind of quotes; a
 * backslash escapes in {@code E'…'} alone, also in the texts that continue it on further lines; {@code $tag$…$tag$}
 * holds anything. What is not closed goes to the end, and DuckDB says what is wrong with it.
 */
final class SqlScript {

  private final String text;
  private final int entry;
  private final List<SqlStatement> statements = new ArrayList<>();
  private List<String> quoted = new ArrayList<>();
  private int start = -1;
  private int at;

  private SqlScript(String text, int entry) {
    this.text = text;
    this.entry = entry;
  }

  /** The statements of all entries, in order; those without a word in them are none. */
  static List<SqlStatement> split(List<String> entries) {
    List<SqlStatement> statements = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      statements.addAll(new SqlScript(entries.get(i), i).split());
    }
    return statements;
  }

  private List<SqlStatement> split() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (text.startsWith("--", at)) {
        skipLine();
      } else if (text.startsWith("/*", at)) {
        skipComment();
      } else if (c == ';') {
        end(at);
        at++;
      } else if (isBlank(c)) {
        at++;
      } else {
        start = start < 0 ? at : start;
        skipToken(c);
      }
    }
    end(text.length());
    return statements;
  }

  private void end(int end) {
    if (start >= 0) {
      statements.add(new SqlStatement(text.substring(start, end).stripTrailing(), entry, start, quoted));
    }
    start = -1;
    quoted = new ArrayList<>();
  }

  private void skipToken(char c) {
    if (c == '\'') {
      skipQuoted('\'', false);
    } else if (c == '"') {
      skipQuoted('"', false);
    } else if (c == '$') {
      skipDollar();
    } else if (isWord(c)) {
      skipWord();
    } else {
      at++;
    }
  }

  /** A name, a keyword or a number; after the word {@code E} a text with escapes may follow at once. */
  private void skipWord() {
    int first = at;
    while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '$')) {
      at++;
    }
    boolean escapes = at - first == 1 && (text.charAt(first) == 'e' || text.charAt(first) == 'E');
    if (escapes && at < text.length() && text.charAt(at) == '\'') {
      skipQuoted('\'', true);
      skipContinuations();
    }
  }

  /** A text goes on in the next quotes if nothing but white space with a line break lies between them. */
  private void skipContinuations() {
    int next = at;
    while (next < text.length() && isBlank(text.charAt(next))) {
      next++;
    }
    if (next < text.length() && text.charAt(next) == '\'' && text.substring(at, next).contains("\n")) {
      at = next;
      skipQuoted('\'', true);
      skipContinuations();
    }
  }

  private void skipQuoted(char quote, boolean escapes) {
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == quote && !text.startsWith("" + quote + quote, at)) {
        at++;
        break;
      }
      at += c == quote || (escapes && c == '\\') ? 2 : 1;
      content.append(text, Math.min(at, text.length()) - 1, Math.min(at, text.length()));
    }
    at = Math.min(at, text.length());
    quoted.add(content.toString());
  }

  /** {@code $tag$…$tag$}; a dollar sign that begins no tag stands for itself, as in {@code $1}. */
  private void skipDollar() {
    int end = at + 1;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    boolean tag = end < text.length() && text.charAt(end) == '$' && !Character.isDigit(text.charAt(at + 1));
    if (!tag) {
      at++;
      return;
    }
    String mark = text.substring(at, end + 1);
    int close = text.indexOf(mark, end + 1);
    quoted.add(text.substring(end + 1, close < 0 ? text.length() : close));
    at = close < 0 ? text.length() : close + mark.length();
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
  }

  private void skipComment() {
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isWord(char c) {
    return c == '_' || Character.isLetterOrDigit(c) || Character.isSurrogate(c);
  }
}
