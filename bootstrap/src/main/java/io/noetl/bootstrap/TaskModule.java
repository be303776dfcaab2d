package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.cli.ProgramVersion;
import io.noetl.adapters.tasks.LocalTaskRunners;
import io.noetl.application.port.TaskRunners;
import java.time.InstantSource;

/** Running tasks. */
final class TaskModule extends AbstractModule {

  @Provides
  TaskRunners runners(Surroundings surroundings, InstantSource clock) {
    return new LocalTaskRunners(surroundings.searchPath(), ProgramVersion.text(), clock);
  }
}
