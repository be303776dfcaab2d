package io.noetl.adapters.playbook.template.syntax;

import io.noetl.domain.template.Position;

/** The text of a template as the grammar sees it, and the places in it. */
public final class Source {

  private Source() {}

  /** Line breaks become {@code \n} and one of them at the very end is dropped, as Jinja does. */
  public static String normalised(String text) {
    String unified = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    return unified.endsWith("\n") ? unified.substring(0, unified.length() - 1) : unified;
  }

  /** The line and column of an offset in a normalised text. */
  public static Position position(String normalised, int at) {
    int line = 1;
    int lineStart = 0;
    int end = Math.min(at, normalised.length());
    for (int i = 0; i < end; i++) {
      if (normalised.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Position(line, end - lineStart + 1);
  }
}
