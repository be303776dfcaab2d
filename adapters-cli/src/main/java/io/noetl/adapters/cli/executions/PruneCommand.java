package io.noetl.adapters.cli.executions;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.FormOption;
import io.noetl.adapters.cli.command.StoreOption;
import io.noetl.adapters.cli.terminal.InstantText;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.history.PruneExecutions;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes old executions from a store. */
@Command(
    name = "prune",
    header = "Delete old executions from the store and print what was deleted.",
    description =
        "%nDeletes the executions that completed longer ago than AGE, and those never completed that started longer ago, "
            + "and gives their space back. Exported files stay.",
    footer = {
      "%nExamples:",
      "  noetl executions prune --older-than 30d",
      "  noetl executions prune --older-than 12h --dry-run"
    })
public final class PruneCommand implements Callable<Integer> {

  private final Supplier<PruneExecutions> pruneExecutions;
  private final Terminal terminal;

  @Option(
      names = "--older-than",
      required = true,
      paramLabel = "AGE",
      converter = Age.class,
      description = "A whole number and s, m, h, d or w: 12h, 30d.")
  private Duration age = Duration.ZERO;

  @Option(names = "--dry-run", description = "Print what would be deleted, and delete nothing.")
  private boolean dryRun;

  @Mixin private final StoreOption store = new StoreOption();

  @Mixin private final FormOption output = new FormOption();

  public PruneCommand(Supplier<PruneExecutions> pruneExecutions, Terminal terminal) {
    this.pruneExecutions = pruneExecutions;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String location = store.location();
    Instant before = terminal.clock().instant().minus(age);
    List<ExecutionSummary> due =
        dryRun
            ? pruneExecutions.get().due(location, before)
            : pruneExecutions.get().prune(location, before);
    switch (output.form()) {
      case PLAIN -> plain(due);
      case JSON -> terminal.out().println(JsonWriter.writeIndented(document(due)));
    }
    return ExitStatus.SUCCESS;
  }

  private void plain(List<ExecutionSummary> due) {
    String done = dryRun ? "would delete " : "deleted ";
    for (ExecutionSummary execution : due) {
      terminal
          .out()
          .println(
              "%s%s  %s  %s  started %s"
                  .formatted(
                      done,
                      LineText.of(execution.executionId()),
                      LineText.of(execution.playbook()),
                      execution.status(),
                      InstantText.seconds(execution.startedAt())));
    }
    terminal.out().println(done + due.size() + (due.size() == 1 ? " execution" : " executions"));
  }

  private Value document(List<ExecutionSummary> due) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("dry_run", Value.of(dryRun));
    entries.put(
        "deleted", Value.of(due.stream().<Value>map(execution -> Value.of(execution.executionId())).toList()));
    return Value.of(entries);
  }
}
