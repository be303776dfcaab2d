package io.noetl.adapters.cli;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.ProblemLine;
import io.noetl.adapters.cli.command.StandardOptions;
import io.noetl.adapters.cli.executions.ExecutionsCommand;
import io.noetl.adapters.cli.executions.PruneCommand;
import io.noetl.adapters.cli.executions.ShowCommand;
import io.noetl.adapters.cli.export.ExportCommand;
import io.noetl.adapters.cli.export.VerifyCommand;
import io.noetl.adapters.cli.query.QueryCommand;
import io.noetl.adapters.cli.run.RunCommand;
import io.noetl.adapters.cli.terminal.Interrupts;
import io.noetl.adapters.cli.terminal.Terminal;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The program {@code noetl}: from its arguments to its exit status. For one execution. */
public final class NoetlCommandLine {

  private static final int HELP_WIDTH = 100;

  private final Operations operations;
  private final Terminal terminal;
  private final Interrupts interrupts;

  public NoetlCommandLine(Operations operations, Terminal terminal, Interrupts interrupts) {
    this.operations = operations;
    this.terminal = terminal;
    this.interrupts = interrupts;
  }

  /**
   * Does what the arguments ask for. The answer is on {@code terminal.out()}, everything else on {@code terminal.err()}.
   *
   * @return the exit status: 0 success, 1 the playbook failed, 2 wrong usage, 3 a file failed, 4 the store failed, 130
   *     interrupted
   */
  public int execute(String... arguments) {
    try {
      int status = executeGuarded(arguments);
      terminal.err().flush();
      return written() ? status : unwritten(status);
    } finally {
      interrupts.finished();
    }
  }

  private int executeGuarded(String... arguments) {
    ErrorReporter errors = new ErrorReporter(terminal);
    try {
      CommandLine program = program(errors);
      if (arguments.length == 0) {
        program.usage(terminal.err(), Ansi.OFF);
        return ExitStatus.USAGE;
      }
      return program.execute(withCommand(arguments, program));
    } catch (StackOverflowError | OutOfMemoryError | LinkageError | RuntimeException problem) {
      return errors.report(problem, Arrays.asList(arguments).contains(StandardOptions.DEBUG));
    }
  }

  private boolean written() {
    return !terminal.out().checkError();
  }

  /** An interruption stays one; any other status gives way to the lost answer. */
  private int unwritten(int status) {
    terminal.err().println(ProblemLine.of("the answer could not be written to standard output"));
    return status == ExitStatus.INTERRUPTED ? status : ExitStatus.FILE;
  }

  private CommandLine program(ErrorReporter errors) {
    CommandLine program = new CommandLine(new RootCommand());
    CommandLine executions = new CommandLine(new ExecutionsCommand(operations.listExecutions(), terminal));
    executions.addSubcommand(new ShowCommand(operations.showExecution(), terminal));
    executions.addSubcommand(new PruneCommand(operations.pruneExecutions(), terminal));
    program.addSubcommand(new RunCommand(operations.runPlaybook(), terminal, interrupts));
    program.addSubcommand(new ExportCommand(operations.exportExecution(), terminal));
    program.addSubcommand(new VerifyCommand(operations.exportInspector(), terminal));
    program.addSubcommand(executions);
    program.addSubcommand(new QueryCommand(operations.sqlQueries(), terminal));
    program.addSubcommand(new CompletionCommand(() -> program, terminal));
    program.setOut(writer(terminal.out()));
    program.setErr(writer(terminal.err()));
    program.setParameterExceptionHandler(errors);
    program.setExecutionExceptionHandler(errors);
    program.setExpandAtFiles(false);
    program.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outColours() ? Ansi.ON : Ansi.OFF));
    program.setUsageHelpWidth(HELP_WIDTH);
    program.getSubcommands().values().forEach(NoetlCommandLine::withStandardOptions);
    program.getCommandSpec().usageMessage().sortOptions(false);
    return program;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static void withStandardOptions(CommandLine command) {
    StandardOptions.addTo(command.getCommandSpec());
    command.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
    command.getSubcommands().values().forEach(NoetlCommandLine::withStandardOptions);
  }

  /**
   * The arguments with a command at their beginning: options that are not the program's own belong to {@code run}, and
   * {@code help COMMAND} is {@code COMMAND --help}.
   */
  private static String[] withCommand(String[] arguments, CommandLine program) {
    List<String> list = new ArrayList<>(Arrays.asList(arguments));
    String first = list.getFirst();
    if (first.equals("help")) {
      list.removeFirst();
      list.add("--help");
    } else if (first.startsWith("-") && !program.getCommandSpec().optionsMap().containsKey(first)) {
      list.addFirst("run");
    }
    return list.toArray(String[]::new);
  }
}
