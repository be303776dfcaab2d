package io.noetl.adapters.cli.query;

import io.noetl.adapters.cli.command.Choices;

/** The form of a query's answer. */
enum QueryForm {
  /** Aligned columns for people. */
  TABLE,
  /** An array with an object per row. */
  JSON,
  /** RFC 4180. */
  CSV;

  /** Reads the option {@code -o}. */
  static final class Converter extends Choices<QueryForm> {
    Converter() {
      super(QueryForm.class);
    }
  }
}
