package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.duckdb.connection.DuckDbExamination;
import io.noetl.adapters.tasks.python.PythonExamination;
import io.noetl.application.doctor.ExamineMachine;
import io.noetl.application.doctor.FolderExamination;

/** Examining the machine. */
final class DoctorModule extends AbstractModule {

  @Provides
  ExamineMachine examination(Surroundings surroundings) {
    return new ExamineMachine(
        new JavaExamination(),
        new PythonExamination(surroundings.searchPath()),
        new DuckDbExamination(),
        new FolderExamination(surroundings.dataFolder(), surroundings.temporaryFolder()));
  }
}
