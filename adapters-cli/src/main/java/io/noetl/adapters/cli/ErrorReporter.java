package io.noetl.adapters.cli;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.ProblemLine;
import io.noetl.adapters.cli.command.StandardOptions;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.error.OperationException;
import io.noetl.application.run.NearestText;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line on stderr and an exit status. */
final class ErrorReporter implements IParameterExceptionHandler, IExecutionExceptionHandler {

  private final Terminal terminal;

  ErrorReporter(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Wrong usage. */
  @Override
  public int handleParseException(ParameterException given, String[] arguments) {
    CommandLine command = given.getCommandLine();
    ParameterException problem = cause(given);
    String help = "'" + command.getCommandSpec().qualifiedName() + " --help'";
    terminal.err().println(ProblemLine.of(message(problem) + "; " + advice(problem, command) + help));
    return ExitStatus.USAGE;
  }

  /** An operation that cannot be done, or a defect. */
  @Override
  public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
    return report(problem, debugs(parsed));
  }

  int report(Throwable problem, boolean debug) {
    int status =
        switch (problem) {
          case OperationException operation -> {
            terminal.err().println(ProblemLine.of(operation));
            yield ExitStatus.of(operation);
          }
          case OutOfMemoryError memory -> {
            terminal.err().println(ProblemLine.of("out of memory; give Java a larger heap, with -Xmx"));
            yield ExitStatus.FAILED;
          }
          default -> {
            terminal.err().println(ProblemLine.of(defect(problem, debug)));
            yield ExitStatus.FAILED;
          }
        };
    if (debug) {
      problem.printStackTrace(terminal.err());
    }
    return status;
  }

  private static String defect(Throwable problem, boolean debug) {
    return "this is a defect of noetl: "
        + problem
        + (debug ? "; please report it" : "; run it again with --debug and report what that shows");
  }

  private static boolean debugs(ParseResult parsed) {
    ParseResult deepest = parsed;
    while (deepest.hasSubcommand()) {
      deepest = deepest.subcommand();
    }
    return deepest.hasMatchedOption(StandardOptions.DEBUG);
  }

  /** An option that is missing because it is misspelt: the misspelling is what to tell. */
  private static ParameterException cause(ParameterException problem) {
    List<String> unmatched = problem.getCommandLine().getUnmatchedArguments();
    return problem instanceof MissingParameterException && !unmatched.isEmpty()
        ? new UnmatchedArgumentException(problem.getCommandLine(), unmatched)
        : problem;
  }

  private static String message(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().getFirst();
      return (unmatched.isUnknownOption() ? "unknown option '" : unexpected(unmatched)) + argument + "'";
    }
    String message = String.valueOf(problem.getMessage()).lines().collect(Collectors.joining(" "));
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String unexpected(UnmatchedArgumentException problem) {
    boolean expectsCommand = problem.getCommandLine().getParent() == null;
    return expectsCommand ? "unknown command '" : "unexpected argument '";
  }

  /** What was probably meant, up to the name of the help. */
  private static String advice(ParameterException problem, CommandLine command) {
    if (!(problem instanceof UnmatchedArgumentException unmatched)) {
      return "see ";
    }
    String argument = unmatched.getUnmatched().getFirst();
    if (command.getParent() == null && argument.matches("(?i).*\\.ya?ml")) {
      return "to run a playbook write 'noetl run " + argument + "', see ";
    }
    Collection<String> names =
        unmatched.isUnknownOption()
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    return NearestText.to(argument, List.copyOf(names))
        .map(nearest -> "did you mean '" + nearest + "'? See ")
        .orElse("see ");
  }
}
