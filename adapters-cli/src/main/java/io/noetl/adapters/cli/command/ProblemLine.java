package io.noetl.adapters.cli.command;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.application.error.OperationException;
import java.util.stream.Collectors;

/** A problem as people read it: what failed and why, then what to do about it. */
public final class ProblemLine {

  private static final String PROGRAM = "noetl: ";

  private ProblemLine() {}

  /**
   * One line. A message of several lines, a playbook's errors say, keeps its lines, and the remedy gets the last one.
   */
  public static String of(OperationException problem) {
    String message = String.valueOf(problem.getMessage()).strip();
    String lines = message.lines().map(LineText::of).collect(Collectors.joining(System.lineSeparator()));
    if (problem.remedy().isEmpty()) {
      return PROGRAM + lines;
    }
    boolean oneLine = message.indexOf('\n') < 0;
    String between = oneLine ? "; " : System.lineSeparator() + PROGRAM;
    return PROGRAM + lines + between + LineText.of(problem.remedy());
  }

  /** A line with the program's name before it. */
  public static String of(String text) {
    return PROGRAM + LineText.of(text);
  }
}
