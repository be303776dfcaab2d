package io.noetl.adapters.cli;

import io.noetl.adapters.cli.command.Choices;
import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints a script that completes noetl's commands and options. */
@Command(
    name = "completion",
    header = "Print a script that makes a shell complete noetl's commands and options.",
    footer = {
      "%nExamples:",
      "  source <(noetl completion bash)",
      "  noetl completion bash > ~/.local/share/bash-completion/completions/noetl",
      "  noetl completion zsh > ~/.noetl.zsh   # and put 'source ~/.noetl.zsh' into ~/.zshrc"
    })
final class CompletionCommand implements Callable<Integer> {

  /** Bash's completion functions exist in zsh once these are loaded. */
  private static final String ZSH =
      """
      autoload -U +X compinit && compinit
      autoload -U +X bashcompinit && bashcompinit
      """;

  private final Supplier<CommandLine> program;
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "SHELL",
      converter = Shells.class,
      completionCandidates = Shells.class,
      description = "${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.BASH;

  CompletionCommand(Supplier<CommandLine> program, Terminal terminal) {
    this.program = program;
    this.terminal = terminal;
  }

  /** A shell whose completion is known. */
  enum Shell {
    BASH,
    ZSH
  }

  /** Reads the name of a shell. */
  static final class Shells extends Choices<Shell> {
    Shells() {
      super(Shell.class);
    }
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("noetl", program.get());
    terminal.out().print(shell == Shell.ZSH ? ZSH + script : script);
    return ExitStatus.SUCCESS;
  }
}
