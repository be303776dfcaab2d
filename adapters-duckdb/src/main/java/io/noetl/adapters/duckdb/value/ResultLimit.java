package io.noetl.adapters.duckdb.value;

/**
 * Bounds what is kept of results, because it is kept in memory and in the event log: so many values and so much text.
 */
public final class ResultLimit {

  static final int VALUES = 1_000_000;

  /** In UTF-16 code units. */
  static final int CHARACTERS = 64_000_000;

  private static final String HINT = ": use LIMIT, or write them to a file with COPY … TO";

  private final String subject;
  private final String remedy;
  private int values;
  private int characters;

  private ResultLimit(String subject, String remedy) {
    this.subject = subject;
    this.remedy = remedy;
  }

  /** The limit of all that a task answers, over all its statements. */
  public static ResultLimit ofTask() {
    return new ResultLimit("the rows hold", HINT);
  }

  /** The limit of one row of many, none of which is kept with another. */
  public static ResultLimit ofRow() {
    return new ResultLimit("the row holds", "");
  }

  /** Counts one value: a cell, or a value inside one. */
  void value() throws ResultException {
    if (++values > VALUES) {
      throw new ResultException(subject + " more than 1,000,000 values" + remedy);
    }
  }

  /** Counts text. */
  String text(String text) throws ResultException {
    characters += Math.min(text.length(), CHARACTERS + 1);
    if (characters > CHARACTERS) {
      throw new ResultException(subject + " more than 64,000,000 characters of text" + remedy);
    }
    return text;
  }
}
