package io.noetl.adapters.playbook.reader.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.scanner.ScannerImpl;

/**
 * Reads plain and quoted scalars, which fold lines: white space around a line break is no part of the text, one line
 * break is a space, of several the first is dropped. After a backslash at the end of a line not even the space remains.
 */
final class FlowScalar {

  private final String file;
  private final int end;
  private final TextTrace trace;
  private int at;

  private FlowScalar(SourceText source, int from, int end) {
    this.file = source.text();
    this.at = from;
    this.end = end;
    this.trace = new TextTrace(source, 1);
  }

  /** The text of a plain scalar between two offsets of the file. */
  static TextTrace plain(SourceText source, int from, int end) {
    FlowScalar scalar = new FlowScalar(source, from, end);
    scalar.read('\0');
    return scalar.trace;
  }

  /** The text of a scalar in quotes, which stand at {@code from} and before {@code end}. */
  static TextTrace quoted(SourceText source, int from, int end) {
    FlowScalar scalar = new FlowScalar(source, from + 1, end - 1);
    scalar.read(source.text().charAt(from));
    return scalar.trace;
  }

  private void read(char quote) {
    while (at < end) {
      char c = file.charAt(at);
      if (SourceText.isBlank(c) || SourceText.isBreak(c)) {
        space();
      } else if (c == '\'' && quote == '\'') {
        trace.decoded("'", at);
        at += 2;
      } else if (c == '\\' && quote == '"') {
        escape();
      } else {
        int from = at++;
        while (at < end && isOrdinary(file.charAt(at), quote)) {
          at++;
        }
        trace.copy(from, at);
      }
    }
    trace.end(end);
  }

  private static boolean isOrdinary(char c, char quote) {
    return !SourceText.isBlank(c)
        && !SourceText.isBreak(c)
        && !(c == '\'' && quote == '\'')
        && !(c == '\\' && quote == '"');
  }

  private void space() {
    int from = at;
    skipBlanks();
    if (at == end || !SourceText.isBreak(file.charAt(at))) {
      trace.copy(from, at);
      return;
    }
    int first = at;
    at = SourceText.afterBreak(file, first);
    boolean dropped = SourceText.breakCharacter(file.charAt(first)) == '\n';
    skipBlanks();
    if (!dropped) {
      trace.lineBreak(file.charAt(first), first);
    } else if (at == end || !SourceText.isBreak(file.charAt(at))) {
      trace.lineBreak(' ', first);
    }
    breaks();
  }

  /** Takes empty lines. */
  private void breaks() {
    while (at < end && SourceText.isBreak(file.charAt(at))) {
      trace.lineBreak(SourceText.breakCharacter(file.charAt(at)), at);
      at = SourceText.afterBreak(file, at);
      skipBlanks();
    }
  }

  private void escape() {
    int from = at++;
    char c = file.charAt(at);
    @Nullable Integer digits = ScannerImpl.ESCAPE_CODES.get(c);
    @Nullable String replacement = ScannerImpl.ESCAPE_REPLACEMENTS.get(c);
    if (SourceText.isBreak(c)) {
      at = SourceText.afterBreak(file, at);
      skipBlanks();
      breaks();
    } else if (digits != null) {
      int codePoint = Integer.parseInt(file, at + 1, at + 1 + digits, 16);
      trace.decoded(Character.toString(codePoint), from);
      at += 1 + digits;
    } else {
      trace.decoded(replacement == null ? "" : replacement, from);
      at++;
    }
  }

  private void skipBlanks() {
    while (at < end && SourceText.isBlank(file.charAt(at))) {
      at++;
    }
  }
}
