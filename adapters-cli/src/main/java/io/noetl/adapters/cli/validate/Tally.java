package io.noetl.adapters.cli.validate;

import io.noetl.application.run.ValidationReport;
import io.noetl.application.run.ValidationReport.Finding;
import io.noetl.application.run.ValidationReport.Severity;

/** Counts what was found in all files. A file that cannot be read counts as an error. */
final class Tally {

  private int files;
  private int errors;
  private int warnings;

  /** The same report, counted. */
  ValidationReport counted(ValidationReport report) {
    files++;
    switch (report) {
      case ValidationReport.Unreadable unreadable -> errors++;
      case ValidationReport.Checked checked -> checked.findings().forEach(this::count);
    }
    return report;
  }

  int errors() {
    return errors;
  }

  int warnings() {
    return warnings;
  }

  /** {@code 2 files: 1 error, 3 warnings}. */
  String summary() {
    String found = errors + warnings == 0 ? "no problems" : number(errors, "error") + ", " + number(warnings, "warning");
    return number(files, "file") + ": " + found;
  }

  private void count(Finding finding) {
    if (finding.severity() == Severity.ERROR) {
      errors++;
    } else {
      warnings++;
    }
  }

  private static String number(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
