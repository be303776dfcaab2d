package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.cli.ProgramVersion;
import io.noetl.adapters.duckdb.task.DuckDbTaskRunners;
import io.noetl.adapters.tasks.LocalTaskRunners;
import io.noetl.application.port.TaskRunners;
import io.noetl.application.run.CombinedTaskRunners;
import java.time.InstantSource;

/** Running tasks. */
final class TaskModule extends AbstractModule {

  @Provides
  TaskRunners runners(Surroundings surroundings, InstantSource clock) {
    return new CombinedTaskRunners(
        new LocalTaskRunners(surroundings.searchPath(), ProgramVersion.text(), clock), new DuckDbTaskRunners());
  }
}
