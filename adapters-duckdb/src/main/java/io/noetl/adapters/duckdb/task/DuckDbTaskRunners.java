package io.noetl.adapters.duckdb.task;

import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunners;
import java.nio.file.Path;
import java.util.List;

/** The runner of duckdb tasks. */
public final class DuckDbTaskRunners implements TaskRunners {

  private final Path folder;

  /** Tasks that reach the files below the process's working folder, to which DuckDB takes relative paths. */
  public DuckDbTaskRunners() {
    this(Path.of(""));
  }

  /**
   * Tasks that reach the files below another folder. Relative paths in SQL are relative to the process's working folder
   * all the same.
   */
  public DuckDbTaskRunners(Path folder) {
    this.folder = folder;
  }

  @Override
  public List<String> types() {
    return List.of("duckdb");
  }

  @Override
  public List<TaskRunner> open(Options options) {
    return List.of(new DuckDbTaskRunner(new Reach(folder, options.store())));
  }
}
