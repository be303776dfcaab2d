package io.noetl.adapters.duckdb.task;

/**
 * Bounds what a task may answer, because data is kept in memory and in the event log: so many values and so much text
 * over all its statements.
 */
final class ResultLimit {

  static final int VALUES = 1_000_000;

  /** In UTF-16 code units. */
  static final int CHARACTERS = 64_000_000;

  private static final String REMEDY = ": use LIMIT, or write them to a file with COPY … TO";

  private int values;
  private int characters;

  /** Counts one value: a cell, or a value inside one. */
  void value() throws ResultException {
    if (++values > VALUES) {
      throw new ResultException("the rows hold more than 1,000,000 values" + REMEDY);
    }
  }

  /** Counts text. */
  String text(String text) throws ResultException {
    characters += Math.min(text.length(), CHARACTERS + 1);
    if (characters > CHARACTERS) {
      throw new ResultException("the rows hold more than 64,000,000 characters of text" + REMEDY);
    }
    return text;
  }
}
