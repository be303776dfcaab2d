package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Where the text of a scalar stands in the file. The first character of a quoted text is the one after the quote; the
 * first line of a block text is the one below its {@code |} or {@code >}, at the block's indentation. Places on further
 * lines are exact for literal blocks ({@code |}), whose lines are those of the file.
 */
final class ScalarPlace {

  private final SourceText source;
  private final ScalarEvent event;
  private final int offset;

  ScalarPlace(SourceText source, ScalarEvent event) {
    this.source = source;
    this.event = event;
    this.offset = afterProperties();
  }

  /** Where the scalar begins, after its tag and anchor. */
  Position start() {
    return source.position(offset);
  }

  TemplateText text() {
    return switch (event.getScalarStyle()) {
      case PLAIN, JSON_SCALAR_STYLE -> textFrom(offset);
      case SINGLE_QUOTED, DOUBLE_QUOTED -> textFrom(offset + 1);
      case LITERAL, FOLDED -> event.getValue().isEmpty() ? textFrom(offset) : block();
    };
  }

  private TemplateText textFrom(int first) {
    Position start = source.position(first);
    return new TemplateText(event.getValue(), start, start.column());
  }

  private TemplateText block() {
    int firstLine = source.nextLine(offset);
    int column = indentation(firstLine) + 1;
    Position start = new Position(source.position(firstLine).line(), column);
    return new TemplateText(event.getValue(), start, column);
  }

  /**
   * How many spaces of each line are no part of the text: what the first line that is not blank has more of them in the
   * file than in the text.
   */
  private int indentation(int firstLine) {
    String text = source.text();
    int inFile = firstLine;
    int lineStart = firstLine;
    while (inFile < text.length() && isSpace(text.charAt(inFile))) {
      if (text.charAt(inFile++) != ' ') {
        lineStart = inFile;
      }
    }
    String value = event.getValue();
    int spaces = 0;
    for (int i = 0; i < value.length() && isSpace(value.charAt(i)); i++) {
      spaces = value.charAt(i) == ' ' ? spaces + 1 : 0;
    }
    return Math.max(0, inFile - lineStart - spaces);
  }

  private int afterProperties() {
    int at = source.offset(event.getStartMark().getIndex());
    if (event.getAnchor() == null && event.getTag() == null) {
      return at;
    }
    String text = source.text();
    int end = source.offset(event.getEndMark().getIndex());
    while (at < end && "&!#".indexOf(text.charAt(at)) >= 0) {
      boolean comment = text.charAt(at) == '#';
      while (at < end && (comment ? !isBreak(text.charAt(at)) : !isSpace(text.charAt(at)))) {
        at++;
      }
      while (at < end && isSpace(text.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || isBreak(c);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
