package io.noetl.adapters.playbook.reader.yaml;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.SourceMap;
import org.jspecify.annotations.Nullable;

/** A text that is put together out of a file from its first character to its last, and where each of them comes from. */
final class TextTrace {

  private static final int ELSEWHERE = -1;

  private final SourceText source;
  private final int continuationColumn;
  private final StringBuilder text = new StringBuilder();
  private SourceMap.@Nullable Builder runs;

  /** The offset in the file at which the run goes on with the next character. */
  private int next = ELSEWHERE;

  /** The place at which the run goes on after a line break. */
  private @Nullable Position nextLine;

  /** The trace of a text whose lines begin in that column of the file, if they do so at all. */
  TextTrace(SourceText source, int continuationColumn) {
    this.source = source;
    this.continuationColumn = continuationColumn;
  }

  /** Takes what stands between two offsets of the file, which is on one line of it, as it is. */
  void copy(int from, int end) {
    if (from < end) {
      comeFrom(from);
      text.append(source.text(), from, end);
      next = end;
    }
  }

  /** Takes characters that stand for what begins at an offset of the file: an escape, a doubled quote. */
  void decoded(String characters, int from) {
    for (int i = 0; i < characters.length(); i++) {
      comeFrom(from);
      text.append(characters.charAt(i));
      next = ELSEWHERE;
    }
  }

  /** Takes the line break at an offset of the file, as the character that it is in the text. */
  void lineBreak(char c, int from) {
    comeFrom(from);
    text.append(c);
    next = ELSEWHERE;
    nextLine = c == '\n' ? new Position(source.position(from).line() + 1, continuationColumn) : null;
  }

  /** The text ends before this offset of the file. */
  void end(int at) {
    comeFrom(at);
  }

  boolean reads(String value) {
    return value.contentEquals(text);
  }

  SourceMap places() {
    if (runs == null) {
      throw new IllegalStateException("an empty text needs its end");
    }
    return runs.build();
  }

  private void comeFrom(int from) {
    if (from == next) {
      return;
    }
    Position position = source.position(from);
    if (runs == null) {
      runs = new SourceMap.Builder(position, continuationColumn);
    } else if (!position.equals(nextLine)) {
      runs.run(text.length(), position);
    }
    nextLine = null;
  }
}
