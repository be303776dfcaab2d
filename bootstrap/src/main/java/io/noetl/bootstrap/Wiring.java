package io.noetl.bootstrap;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.noetl.adapters.cli.Operations;
import io.noetl.adapters.duckdb.connection.FlightRecording;
import io.noetl.adapters.duckdb.store.DuckDbEventStores;
import io.noetl.application.analysis.AnalyzeExecution;
import io.noetl.application.analysis.WriteReport;
import io.noetl.application.doctor.ExamineMachine;
import io.noetl.application.history.ExportDataset;
import io.noetl.application.history.ExportExecution;
import io.noetl.application.history.ListExecutions;
import io.noetl.application.history.PruneExecutions;
import io.noetl.application.history.ShowExecution;
import io.noetl.application.history.VerifyExports;
import io.noetl.application.port.PayloadSource;
import io.noetl.application.port.SqlQueries;
import io.noetl.application.render.RenderTemplate;
import io.noetl.application.run.RunPlaybook;
import io.noetl.application.run.ValidatePlaybook;
import java.util.function.Supplier;

/** Puts the features together. Nothing is made before a command asks for it: {@code --help} needs none of it. */
final class Wiring {

  private final Supplier<Injector> injector;

  Wiring(Surroundings surroundings) {
    this.injector = new Once<>(() -> injector(surroundings));
  }

  Operations operations() {
    return new Operations(
        () -> instance(RunPlaybook.class),
        () -> instance(ValidatePlaybook.class),
        () -> instance(ListExecutions.class),
        () -> instance(ShowExecution.class),
        () -> instance(PruneExecutions.class),
        () -> instance(ExportExecution.class),
        () -> instance(ExportDataset.class),
        () -> instance(VerifyExports.class),
        () -> instance(SqlQueries.class),
        () -> instance(RenderTemplate.class),
        () -> instance(PayloadSource.class),
        () -> instance(AnalyzeExecution.class),
        () -> instance(WriteReport.class),
        () -> instance(ExamineMachine.class));
  }

  /**
   * Makes what a command needs in the background, while the rest of the command line is still being read. A failure is
   * silent: the command meets the same and reports it.
   *
   * @param command the program's first argument; those that are no command, or need little, need no warming
   */
  void warmUp(String command) {
    switch (command) {
      case "run", "-f" -> warmUp(RunPlaybook.class);
      case "export" -> warmUp(ExportExecution.class);
      default -> {}
    }
  }

  private void warmUp(Class<?> feature) {
    // The driver need not wait until the features are put together, nor they for it.
    inBackground(
        "driver-warm-up",
        () -> {
          FlightRecording.leaveOut();
          new DuckDbEventStores().warmUp();
        });
    inBackground("warm-up", () -> instance(feature));
  }

  private static void inBackground(String name, Runnable work) {
    Thread.ofPlatform().daemon().name(name).uncaughtExceptionHandler((thread, failure) -> {}).start(work);
  }

  private <T> T instance(Class<T> type) {
    return injector.get().getInstance(type);
  }

  /**
   * Guice must not generate bytecode: it would slow the start, and cannot on every JDK. Nor is a recorder started: nothing
   * records this process.
   */
  private static Injector injector(Surroundings surroundings) {
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    Injector made =
        Guice.createInjector(
            Stage.DEVELOPMENT,
            new SurroundingsModule(surroundings),
            new PlaybookModule(),
            new TaskModule(),
            new StoreModule(),
            new ExportModule(),
            new ItemModule(),
            new ReportModule(),
            new DoctorModule(),
            new OperationsModule());
    FlightRecording.leaveOut();
    return made;
  }
}
