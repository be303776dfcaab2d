package io.noetl.adapters.cli.command;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.application.error.OperationException;
import java.util.List;
import java.util.stream.Collectors;

/** A problem as people read it: what failed and why, then what to do about it. */
public final class ProblemLine {

  private static final String PROGRAM = "noetl: ";

  private ProblemLine() {}

  /** One line; a message of several lines, a playbook's errors say, gets the remedy on a line of its own. */
  public static String of(OperationException problem) {
    List<String> lines = String.valueOf(problem.getMessage()).strip().lines().toList();
    if (problem.remedy().isEmpty()) {
      return joined(lines);
    }
    String last = lines.size() == 1 ? "; " : System.lineSeparator() + PROGRAM;
    return joined(lines) + last + LineText.of(problem.remedy());
  }

  private static String joined(List<String> lines) {
    return lines.stream().map(ProblemLine::of).collect(Collectors.joining(System.lineSeparator()));
  }

  /** A line with the program's name before it. */
  public static String of(String text) {
    return PROGRAM + LineText.of(text);
  }
}
