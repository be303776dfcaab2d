package io.noetl.application.report;

/**
 * A text of which only the beginning may have been read.
 *
 * @param text all of it, or its first characters
 * @param length how many characters (code points) all of it has
 */
public record BoundedText(String text, long length) {

  /** Whether some of it is missing. */
  public boolean cut() {
    return text.codePointCount(0, text.length()) < length;
  }
}
