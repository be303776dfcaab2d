package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.SourceMap;
import io.noetl.domain.template.TemplateText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Where a scalar and the characters of its text stand in the file. The parser tells no more than where the scalar begins
 * and ends, so what lies between is read once more, the first time that somebody asks. The first character of a quoted
 * text is the one after the quote; the first line of a block text is the one below its {@code |} or {@code >}.
 */
final class ScalarPlace {

  private final SourceText source;
  private final ScalarStyle style;
  private final String value;

  /** Where the scalar begins, after its tag and anchor, and where it ends. */
  private final int from;

  private final int end;

  /** An alias leads to its anchor's scalar again and again, so the text is kept. */
  private @Nullable TemplateText text;

  ScalarPlace(SourceText source, ScalarEvent event) {
    this.source = source;
    this.style = event.getScalarStyle();
    this.value = event.getValue();
    int first = source.offset(event.getStartMark().getIndex());
    this.end = source.offset(event.getEndMark().getIndex());
    boolean bare = event.getAnchor() == null && event.getTag() == null;
    this.from = bare ? first : afterProperties(first);
  }

  /** Where the scalar begins, after its tag and anchor. */
  Position start() {
    return source.position(from);
  }

  /** What the scalar's characters are, without quotes and escapes. */
  String value() {
    return value;
  }

  /** The value with the place of each of its characters. */
  TemplateText text() {
    TemplateText known = text;
    if (known == null) {
      known = new TemplateText(value, places());
      text = known;
    }
    return known;
  }

  /** A text that is not read again as the parser read it is at one place altogether, the scalar's own. */
  private SourceMap places() {
    TextTrace trace =
        switch (style) {
          case PLAIN, JSON_SCALAR_STYLE -> FlowScalar.plain(source, from, end);
          case SINGLE_QUOTED, DOUBLE_QUOTED -> FlowScalar.quoted(source, from, end);
          case LITERAL, FOLDED -> BlockScalar.trace(source, from, style, value);
        };
    return trace.reads(value) ? trace.places() : new SourceMap.Point(start());
  }

  private int afterProperties(int first) {
    String file = source.text();
    int at = first;
    while (at < end && "&!#".indexOf(file.charAt(at)) >= 0) {
      boolean comment = file.charAt(at) == '#';
      while (at < end && !SourceText.isBreak(file.charAt(at)) && (comment || !SourceText.isBlank(file.charAt(at)))) {
        at++;
      }
      while (at < end && (SourceText.isBlank(file.charAt(at)) || SourceText.isBreak(file.charAt(at)))) {
        at++;
      }
    }
    return at;
  }
}
