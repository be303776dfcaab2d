package io.noetl.adapters.cli;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.ProblemLine;
import io.noetl.adapters.cli.command.StandardOptions;
import io.noetl.adapters.cli.doctor.DoctorCommand;
import io.noetl.adapters.cli.executions.ExecutionsCommand;
import io.noetl.adapters.cli.executions.PruneCommand;
import io.noetl.adapters.cli.executions.ShowCommand;
import io.noetl.adapters.cli.export.ExportCommand;
import io.noetl.adapters.cli.export.VerifyCommand;
import io.noetl.adapters.cli.query.QueryCommand;
import io.noetl.adapters.cli.render.RenderCommand;
import io.noetl.adapters.cli.report.ReportCommand;
import io.noetl.adapters.cli.run.RunCommand;
import io.noetl.adapters.cli.terminal.Interrupts;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.adapters.cli.validate.ValidateCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;

/** The program {@code noetl}: from its arguments to its exit status. For one execution. */
public final class NoetlCommandLine {

  private static final int HELP_WIDTH = 100;
  private static final Set<String> HELP = Set.of("-h", "--help");
  private static final Set<String> VERSION = Set.of("-V", "--version");

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

  private int executeGuarded(String... given) {
    ErrorReporter errors = new ErrorReporter(terminal);
    try {
      String[] arguments = withCommand(given);
      CommandLine program = program(errors, arguments.length == 0 ? "" : arguments[0]);
      if (arguments.length == 0) {
        program.usage(terminal.err(), Ansi.OFF);
        return ExitStatus.USAGE;
      }
      return program.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError | LinkageError | RuntimeException problem) {
      return errors.report(problem, Arrays.asList(given).contains(StandardOptions.DEBUG));
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

  /** The program with all its commands, or with the one that is asked for: the others need not be made ready. */
  private CommandLine program(ErrorReporter errors, String asked) {
    Map<String, Supplier<CommandLine>> commands = commands(errors);
    CommandLine program = new CommandLine(new RootCommand());
    if (commands.containsKey(asked)) {
      commands.keySet().retainAll(Set.of(asked));
    } else if (VERSION.contains(asked)) {
      commands.clear();
    }
    commands.forEach((name, command) -> program.addSubcommand(name, command.get()));
    program.setOut(writer(terminal.out()));
    program.setErr(writer(terminal.err()));
    program.setParameterExceptionHandler(errors);
    program.setExecutionExceptionHandler(errors);
    program.setExecutionStrategy(NoetlCommandLine::executeDeepest);
    program.setExpandAtFiles(false);
    program.registerConverter(Path.class, NoetlCommandLine::path);
    program.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.outColours() ? Ansi.ON : Ansi.OFF));
    program.setUsageHelpWidth(HELP_WIDTH);
    program.getCommandSpec().usageMessage().sortOptions(false);
    program.getSubcommands().values().forEach(NoetlCommandLine::withStandardOptions);
    return program;
  }

  private Map<String, Supplier<CommandLine>> commands(ErrorReporter errors) {
    Map<String, Supplier<CommandLine>> commands = new LinkedHashMap<>();
    commands.put("run", () -> new CommandLine(new RunCommand(operations.runPlaybook(), terminal, interrupts)));
    commands.put("validate", () -> new CommandLine(new ValidateCommand(operations.validatePlaybook(), terminal)));
    commands.put(
        "export",
        () -> new CommandLine(new ExportCommand(operations.exportExecution(), operations.exportDataset(), terminal)));
    commands.put("verify", () -> new CommandLine(new VerifyCommand(operations.verifyExports(), terminal)));
    commands.put("executions", this::executions);
    commands.put("query", () -> new CommandLine(new QueryCommand(operations.sqlQueries(), terminal)));
    commands.put(
        "report",
        () -> new CommandLine(new ReportCommand(operations.analyzeExecution(), operations.writeReport(), terminal)));
    commands.put("doctor", () -> new CommandLine(new DoctorCommand(operations.examineMachine(), terminal)));
    commands.put(
        "render",
        () -> new CommandLine(new RenderCommand(operations.renderTemplate(), operations.payloadSource(), terminal)));
    commands.put("completion", () -> new CommandLine(new CompletionCommand(() -> program(errors, ""), terminal)));
    return commands;
  }

  private CommandLine executions() {
    CommandLine executions = new CommandLine(new ExecutionsCommand(operations.listExecutions(), terminal));
    executions.addSubcommand(new ShowCommand(operations.showExecution(), terminal));
    executions.addSubcommand(new PruneCommand(operations.pruneExecutions(), terminal));
    return executions;
  }

  /** Refuses options of a command that stand before its subcommand, which would not see them. */
  private static int executeDeepest(ParseResult parsed) {
    for (ParseResult part = parsed; part.hasSubcommand(); part = part.subcommand()) {
      if (!part.matchedOptions().isEmpty() && !part.isUsageHelpRequested()) {
        CommandLine command = part.commandSpec().commandLine();
        String option = part.matchedOptions().getFirst().longestName();
        String subcommand = part.subcommand().commandSpec().name();
        throw new ParameterException(command, "write '" + option + "' after '" + subcommand + "'");
      }
    }
    return new RunLast().execute(parsed);
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the path is empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException invalid) {
      throw new TypeConversionException("'" + text + "' is no path: " + invalid.getReason());
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private static void withStandardOptions(CommandLine command) {
    StandardOptions.addTo(command.getCommandSpec());
    command
        .getCommandSpec()
        .usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .synopsisHeading("%nUsage: ")
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n");
    command.getSubcommands().values().forEach(NoetlCommandLine::withStandardOptions);
  }

  /**
   * The arguments with a command at their beginning: options that are not the program's own belong to {@code run}, and
   * {@code help COMMAND} is {@code COMMAND --help}.
   */
  private static String[] withCommand(String... arguments) {
    List<String> list = new ArrayList<>(Arrays.asList(arguments));
    String first = list.isEmpty() ? "" : list.getFirst();
    if (first.equals("help")) {
      list.removeFirst();
      list.add("--help");
    } else if (first.startsWith("-") && !HELP.contains(first) && !VERSION.contains(first)) {
      list.addFirst("run");
    }
    return list.toArray(String[]::new);
  }
}
