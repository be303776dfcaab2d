package io.noetl.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.noetl.adapters.cli.Operations;
import io.noetl.application.history.ExportExecution;
import io.noetl.application.history.ListExecutions;
import io.noetl.application.history.PruneExecutions;
import io.noetl.application.history.ShowExecution;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.SqlQueries;
import io.noetl.application.run.RunPlaybook;
import java.util.function.Supplier;

/** Puts the features together. Nothing is made before a command asks for it: {@code --help} needs none of it. */
final class Wiring {

  private Wiring() {}

  static Operations operations(Surroundings surroundings) {
    Supplier<Injector> injector = new Once<>(() -> injector(surroundings));
    return new Operations(
        () -> injector.get().getInstance(RunPlaybook.class),
        () -> injector.get().getInstance(ListExecutions.class),
        () -> injector.get().getInstance(ShowExecution.class),
        () -> injector.get().getInstance(PruneExecutions.class),
        () -> injector.get().getInstance(ExportExecution.class),
        () -> injector.get().getInstance(ExportInspector.class),
        () -> injector.get().getInstance(SqlQueries.class));
  }

  /** Guice must not generate bytecode: it would slow the start, and cannot on every JDK. */
  private static Injector injector(Surroundings surroundings) {
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    return Guice.createInjector(
        Stage.DEVELOPMENT,
        new SurroundingsModule(surroundings),
        new PlaybookModule(),
        new TaskModule(),
        new StoreModule(),
        new ExportModule(),
        new OperationsModule());
  }
}
