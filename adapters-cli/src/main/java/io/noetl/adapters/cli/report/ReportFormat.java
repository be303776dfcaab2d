package io.noetl.adapters.cli.report;

import io.noetl.adapters.cli.command.Choices;

/** The form of a report's tables. */
enum ReportFormat {
  /** Printed, for people. */
  TEXT,
  /** Files of comma-separated values. */
  CSV,
  /** Files of JSON. */
  JSON;

  /** Reads the option {@code --format}. */
  static final class Converter extends Choices<ReportFormat> {
    Converter() {
      super(ReportFormat.class);
    }
  }
}
