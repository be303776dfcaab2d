package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.OneLine;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong with a file. Readers report and read on, so that a user sees every mistake at once. */
final class Problems {

  private static final Comparator<Problem> IN_FILE_ORDER =
      Comparator.<Problem>comparingInt(problem -> problem.position().line())
          .thenComparingInt(problem -> problem.position().column());

  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  void error(Position position, String message) {
    errors.add(new Problem(OneLine.of(message), position));
  }

  void error(Problem problem) {
    errors.add(problem);
  }

  void warning(Position position, String message) {
    warnings.add(new Problem(OneLine.of(message), position));
  }

  boolean hasErrors() {
    return !errors.isEmpty();
  }

  /** Each error once, in the order of the file. */
  List<Problem> errors() {
    return inFileOrder(errors);
  }

  /** Each warning once, in the order of the file. */
  List<Problem> warnings() {
    return inFileOrder(warnings);
  }

  private static List<Problem> inFileOrder(List<Problem> problems) {
    return problems.stream().distinct().sorted(IN_FILE_ORDER).toList();
  }
}
