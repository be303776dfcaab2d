package io.noetl.domain.template;

/**
 * The text of a template and where it stands in its file.
 *
 * @param source the text, as the YAML scalar yields it
 * @param start where the first character of the text stands in the file
 * @param continuationColumn the column in the file at which every further line of the text begins (the indentation of a
 *     block scalar plus one)
 */
public record TemplateText(String source, Position start, int continuationColumn) {

  /** A template that stands in no file: its positions are those inside the text. */
  public static TemplateText of(String source) {
    return new TemplateText(source, Position.START, 1);
  }

  /** Where the given place inside the text stands in the file. */
  public Position inFile(Position inside) {
    return inside.line() == 1
        ? new Position(start.line(), start.column() + inside.column() - 1)
        : new Position(start.line() + inside.line() - 1, continuationColumn + inside.column() - 1);
  }
}
