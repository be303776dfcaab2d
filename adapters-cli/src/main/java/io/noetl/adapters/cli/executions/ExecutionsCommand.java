package io.noetl.adapters.cli.executions;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.FormOption;
import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.adapters.cli.terminal.Table;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.history.ListExecutions;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what a store holds. */
@Command(
    name = "executions",
    synopsisSubcommandLabel = "[show | prune]",
    header = "List the executions of the store, the latest started first.",
    commandListHeading = "%nCommands:%n",
    footer = {
      "%nExamples:",
      "  noetl executions",
      "  noetl executions -o json --duckdb data/noetl.duckdb",
      "  noetl executions show last",
      "  noetl executions prune --older-than 30d --dry-run"
    })
public final class ExecutionsCommand implements Callable<Integer> {

  private final Supplier<ListExecutions> listExecutions;
  private final Terminal terminal;

  @Mixin private final StoreOption store = new StoreOption();

  @Mixin private final FormOption output = new FormOption();

  public ExecutionsCommand(Supplier<ListExecutions> listExecutions, Terminal terminal) {
    this.listExecutions = listExecutions;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String location = store.location();
    List<ExecutionSummary> executions = listExecutions.get().in(location);
    switch (output.form()) {
      case PLAIN -> table(executions);
      case JSON -> terminal.out().println(JsonWriter.writeIndented(Value.of(documents(executions))));
    }
    return ExitStatus.SUCCESS;
  }

  private void table(List<ExecutionSummary> executions) {
    List<List<String>> rows = executions.stream().map(SummaryText::cells).toList();
    Table table = Table.fitting(SummaryText.HEADER, SummaryText.right(), rows);
    table.writeHeader(terminal.out()::println);
    rows.forEach(row -> terminal.out().println(table.line(row)));
  }

  private static List<Value> documents(List<ExecutionSummary> executions) {
    return executions.stream().<Value>map(execution -> Value.of(SummaryText.entries(execution))).toList();
  }
}
