package io.noetl.adapters.playbook.reader.yaml;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;

/**
 * Reads literal and folded scalars: their lines without the block's indentation. Folding makes the line break between two
 * lines a space, or drops it if empty lines follow, unless one of the two begins with white space. Of the line breaks at
 * the end one remains, none for {@code -} in the header, all for {@code +}.
 */
final class BlockScalar {

  private static final int NO_LINES = Integer.MAX_VALUE;

  private final String file;
  private final int header;
  private final boolean folded;
  private final int indentation;
  private final TextTrace trace;
  private int at;

  /** The empty lines before {@link #at}, of which it is not known yet what becomes of them. */
  private int emptyFrom;

  private int emptyEnd;

  private BlockScalar(SourceText source, int header, boolean folded, int indentation) {
    this.file = source.text();
    this.header = header;
    this.folded = folded;
    this.indentation = indentation;
    this.trace = new TextTrace(source, indentation == NO_LINES ? 1 : indentation + 1);
    this.at = firstLine(file, header);
  }

  /**
   * The text of the block whose {@code |} or {@code >} stands at {@code header}. What the indentation is counted from
   * does not show in the block, so the value is taken to tell it.
   */
  static TextTrace trace(SourceText source, int header, ScalarStyle style, String value) {
    int indentation = indentation(source.text(), header, value);
    BlockScalar block = new BlockScalar(source, header, style == ScalarStyle.FOLDED, indentation);
    block.read();
    if (value.isEmpty()) {
      block.trace.end(header);
    }
    return block.trace;
  }

  /**
   * How many spaces of each line are no part of the text: what the first line of it that is not empty has more of them
   * in the file than in the text.
   */
  private static int indentation(String file, int header, String value) {
    int first = 0;
    int at = firstLine(file, header);
    while (first < value.length() && SourceText.isBreak(value.charAt(first))) {
      at = skipSpaces(file, at, NO_LINES);
      at = at < file.length() ? SourceText.afterBreak(file, at) : at;
      first++;
    }
    if (first == value.length()) {
      return NO_LINES;
    }
    int inFile = skipSpaces(file, at, NO_LINES) - at;
    int inText = skipSpaces(value, first, NO_LINES) - first;
    return Math.max(0, inFile - inText);
  }

  private void read() {
    skipEmptyLines();
    boolean goesOn = isLine();
    int lastBreak = file.length();
    while (goesOn) {
      takeEmptyLines();
      int line = at;
      while (at < file.length() && !SourceText.isBreak(file.charAt(at))) {
        at++;
      }
      trace.copy(line, at);
      lastBreak = at;
      at = at < file.length() ? SourceText.afterBreak(file, at) : at;
      skipEmptyLines();
      goesOn = isLine();
      if (goesOn) {
        join(line, lastBreak);
      }
    }
    chomp(lastBreak);
  }

  /** Takes the break between the line that begins at {@code line} and the one that begins here. */
  private void join(int line, int lineBreak) {
    char c = SourceText.breakCharacter(file.charAt(lineBreak));
    if (!folded || c != '\n' || SourceText.isBlank(file.charAt(line)) || SourceText.isBlank(file.charAt(at))) {
      trace.lineBreak(c, lineBreak);
    } else if (emptyFrom == emptyEnd) {
      trace.lineBreak(' ', lineBreak);
    }
  }

  private void chomp(int lastBreak) {
    if (!isIndicated('-') && lastBreak < file.length()) {
      trace.lineBreak(SourceText.breakCharacter(file.charAt(lastBreak)), lastBreak);
    }
    if (isIndicated('+')) {
      takeEmptyLines();
    }
  }

  /** Whether a sign stands in the header, before or after the digit of the indentation. */
  private boolean isIndicated(char sign) {
    int i = header + 1;
    while (i < file.length() && Character.isDigit(file.charAt(i))) {
      i++;
    }
    return i < file.length() && file.charAt(i) == sign;
  }

  /** Whether a line of the text begins here, its indentation behind. */
  private boolean isLine() {
    return at < file.length() && at - emptyEnd == indentation;
  }

  private void skipEmptyLines() {
    emptyFrom = at;
    emptyEnd = at;
    at = skipSpaces(file, at, indentation);
    while (at < file.length() && SourceText.isBreak(file.charAt(at))) {
      at = SourceText.afterBreak(file, at);
      emptyEnd = at;
      at = skipSpaces(file, at, indentation);
    }
  }

  private void takeEmptyLines() {
    int i = emptyFrom;
    while (i < emptyEnd) {
      i = skipSpaces(file, i, NO_LINES);
      trace.lineBreak(SourceText.breakCharacter(file.charAt(i)), i);
      i = SourceText.afterBreak(file, i);
    }
    emptyFrom = emptyEnd;
  }

  private static int firstLine(String file, int header) {
    int i = header;
    while (i < file.length() && !SourceText.isBreak(file.charAt(i))) {
      i++;
    }
    return i < file.length() ? SourceText.afterBreak(file, i) : i;
  }

  private static int skipSpaces(String text, int from, int most) {
    int i = from;
    while (i < text.length() && i - from < most && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }
}
