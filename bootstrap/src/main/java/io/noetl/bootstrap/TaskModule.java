package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.tasks.LocalTaskRunners;
import io.noetl.application.port.TaskRunners;

/** Running tasks. */
final class TaskModule extends AbstractModule {

  @Provides
  TaskRunners runners(Surroundings surroundings) {
    return new LocalTaskRunners(surroundings.searchPath());
  }
}
