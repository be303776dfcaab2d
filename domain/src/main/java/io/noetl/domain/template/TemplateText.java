package io.noetl.domain.template;

/**
 * The text of a template and where it stands in its file.
 *
 * @param source the text, as the YAML scalar yields it
 * @param places where each of its characters stands in the file
 */
public record TemplateText(String source, SourceMap places) {

  /**
   * A text that is written on without a break.
   *
   * @param start where the first character of the text stands in the file
   * @param continuationColumn the column in the file at which every further line of the text begins
   */
  public TemplateText(String source, Position start, int continuationColumn) {
    this(source, SourceMap.lines(start, continuationColumn));
  }

  /** A template that stands in no file: its positions are those inside the text. */
  public static TemplateText of(String source) {
    return new TemplateText(source, Position.START, 1);
  }

  /** Where the first character of the text stands in the file. */
  public Position start() {
    return places.start();
  }

  /** Where the character at an offset of the text, in UTF-16 units, stands in the file. */
  public Position inFile(int offset) {
    return places.position(source, offset);
  }
}
