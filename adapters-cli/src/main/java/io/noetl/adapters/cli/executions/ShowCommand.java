package io.noetl.adapters.cli.executions;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.FormOption;
import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.adapters.cli.terminal.InstantText;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.history.ExecutionTree;
import io.noetl.application.history.ExecutionTree.Limits;
import io.noetl.application.history.Selection;
import io.noetl.application.history.ShowExecution;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.value.JsonWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one execution as a tree. */
@Command(
    name = "show",
    header = "Show one execution as a tree with durations and errors.",
    description =
        "%nOf each loop the first iterations are shown and those that failed, up to 50; a line tells how many more there "
            + "are.",
    footer = {
      "%nExamples:",
      "  noetl executions show last",
      "  noetl executions show last --iterations 100",
      "  noetl executions show 0190b6a2-5c3e-7d41-8f00-2b1c9a7e4d10 -o json"
    })
public final class ShowCommand implements Callable<Integer> {

  private final Supplier<ShowExecution> showExecution;
  private final Terminal terminal;

  @Parameters(index = "0", paramLabel = "ID", description = "An execution's id, or 'last'.")
  private String execution = "";

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description = "How many iterations of each loop to show (default: 5).")
  private int iterations = Limits.USUAL.iterations();

  @Mixin private final StoreOption store = new StoreOption();

  @Mixin private final FormOption output = new FormOption();

  public ShowCommand(Supplier<ShowExecution> showExecution, Terminal terminal) {
    this.showExecution = showExecution;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String location = store.location();
    Limits limits = limits();
    ExecutionTree tree = showExecution.get().show(location, Selection.oneOf(execution), limits);
    switch (output.form()) {
      case PLAIN -> plain(tree);
      case JSON -> terminal.out().println(JsonWriter.writeIndented(TreeDocument.of(tree)));
    }
    return ExitStatus.SUCCESS;
  }

  private void plain(ExecutionTree tree) {
    ExecutionSummary execution = tree.execution();
    terminal
        .out()
        .println(
            "execution %s of %s, started %s, %d steps, %d errors, %d events"
                .formatted(
                    LineText.of(execution.executionId()),
                    LineText.of(execution.playbook()),
                    InstantText.seconds(execution.startedAt()),
                    execution.steps(),
                    execution.errors(),
                    execution.events()));
    new TreeLines(Style.of(terminal.outColours()), terminal.out()::println).write(tree.root());
  }

  private Limits limits() {
    if (iterations < 0) {
      throw new InvalidRequestException(
          "--iterations is " + iterations, "give how many iterations to show, 0 or more");
    }
    return new Limits(iterations, Limits.USUAL.steps(), Limits.USUAL.failures(), Limits.USUAL.nodes());
  }
}
