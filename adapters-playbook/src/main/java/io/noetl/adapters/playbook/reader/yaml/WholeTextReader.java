package io.noetl.adapters.playbook.reader.yaml;

import java.util.Locale;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Hands a text that is in memory already to SnakeYAML's scanner. SnakeYAML's own reader takes the text in windows of
 * 1,025 characters and copies what it holds at each, so that a single line of 4 MiB takes it half a minute; the time of
 * this one is in proportion to the text. Indexes count code points; past the end every character is 0.
 */
final class WholeTextReader extends StreamReader {

  private static final int[] NONE = {};

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private final String text;

  /** The code points of a text that has surrogates; those of any other are its characters. */
  private final int[] codePoints;

  private final int length;
  private int index;
  private int line;
  private int column;
  private int documentStart;

  /**
   * A reader at the beginning of the text.
   *
   * @throws YamlException if a character is not allowed in YAML
   */
  WholeTextReader(SourceText source) {
    super("");
    this.text = source.text();
    boolean surrogates = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
    this.codePoints = surrogates ? text.codePoints().toArray() : NONE;
    this.length = codePoints.length > 0 ? codePoints.length : text.length();
    for (int i = 0; i < length; i++) {
      int c = at(i);
      if (!isPrintable(c)) {
        String message = String.format(Locale.ROOT, "the character U+%04X is not allowed in YAML", c);
        throw new YamlException(message, source.position(source.offset(i)));
      }
    }
  }

  @Override
  public int peek() {
    return at(index);
  }

  @Override
  public int peek(int ahead) {
    return at(index + ahead);
  }

  @Override
  public void forward() {
    forward(1);
  }

  @Override
  public void forward(int count) {
    for (int i = 0; i < count && index < length; i++) {
      int c = at(index++);
      if (isLineBreak(c) || (c == '\r' && at(index) != '\n')) {
        line++;
        column = 0;
      } else if (c != BYTE_ORDER_MARK) {
        column++;
      }
    }
  }

  @Override
  public String prefix(int count) {
    int end = Math.min(index + count, length);
    return codePoints.length > 0 ? new String(codePoints, index, end - index) : text.substring(index, end);
  }

  /** What {@link #prefix} returns; moves past it, which holds no line break. */
  @Override
  public String prefixForward(int count) {
    String prefix = prefix(count);
    index += count;
    column += count;
    return prefix;
  }

  /** Without the surrounding text: messages have positions. */
  @Override
  public Mark getMark() {
    return new Mark("text", index, line, column, NONE, 0);
  }

  @Override
  public int getIndex() {
    return index;
  }

  @Override
  public int getLine() {
    return line;
  }

  @Override
  public int getColumn() {
    return column;
  }

  @Override
  public int getDocumentIndex() {
    return index - documentStart;
  }

  @Override
  public void resetDocumentIndex() {
    documentStart = index;
  }

  private int at(int i) {
    if (i >= length) {
      return 0;
    }
    return codePoints.length > 0 ? codePoints[i] : text.charAt(i);
  }

  private static boolean isLineBreak(int c) {
    return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }
}
