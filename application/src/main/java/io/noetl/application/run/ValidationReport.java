package io.noetl.application.run;

import io.noetl.domain.template.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What checking one file found. */
public sealed interface ValidationReport {

  /** The file, as it was named. */
  String file();

  /**
   * The file was read.
   *
   * @param findings in the order of the file, errors before warnings at the same place
   */
  record Checked(String file, List<Finding> findings) implements ValidationReport {

    private static final Comparator<Finding> IN_FILE_ORDER =
        Comparator.<Finding>comparingInt(finding -> finding.problem().position().line())
            .thenComparingInt(finding -> finding.problem().position().column())
            .thenComparing(Finding::severity);

    public Checked {
      findings = findings.stream().sorted(IN_FILE_ORDER).toList();
    }

    /** A report of errors and warnings in any order. */
    public static Checked of(String file, List<Problem> errors, List<Problem> warnings) {
      List<Finding> findings = new ArrayList<>();
      errors.forEach(problem -> findings.add(new Finding(Severity.ERROR, problem)));
      warnings.forEach(problem -> findings.add(new Finding(Severity.WARNING, problem)));
      return new Checked(file, findings);
    }
  }

  /**
   * The file cannot be read at all.
   *
   * @param message what is wrong, naming the file, and what to do about it
   */
  record Unreadable(String file, String message) implements ValidationReport {}

  /** One mistake or doubt, and its place in the file. */
  record Finding(Severity severity, Problem problem) {}

  /** Whether a playbook with such a finding runs. */
  enum Severity {
    /** A run refuses the playbook. */
    ERROR,
    /** The playbook runs, though perhaps not as it is meant. */
    WARNING
  }
}
