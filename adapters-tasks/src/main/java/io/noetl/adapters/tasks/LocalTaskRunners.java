package io.noetl.adapters.tasks;

import io.noetl.adapters.tasks.har.RecordingExchange;
import io.noetl.adapters.tasks.har.ReplayingExchange;
import io.noetl.adapters.tasks.http.HttpExchange;
import io.noetl.adapters.tasks.http.HttpTaskRunner;
import io.noetl.adapters.tasks.http.LiveExchange;
import io.noetl.adapters.tasks.http.RateLimitedExchange;
import io.noetl.adapters.tasks.http.RateLimiter;
import io.noetl.adapters.tasks.python.PythonInterpreter;
import io.noetl.adapters.tasks.python.PythonTaskRunner;
import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunners;
import java.time.InstantSource;
import java.util.List;

/** The runners of http and python tasks on this machine. */
public final class LocalTaskRunners implements TaskRunners {

  /** How many python processes there may be at a time. */
  private static final int PYTHON_WORKERS = 4;

  private final String searchPath;
  private final String version;
  private final InstantSource clock;

  /**
   * Runners that are made anew for each run.
   *
   * @param searchPath where {@code python3} is looked for: folders as the environment variable {@code PATH} lists them
   * @param version the version of this program, which recordings name
   */
  public LocalTaskRunners(String searchPath, String version, InstantSource clock) {
    this.searchPath = searchPath;
    this.version = version;
    this.clock = clock;
  }

  @Override
  public List<String> types() {
    return List.of("http", "python");
  }

  @Override
  public List<TaskRunner> open(Options options) {
    return List.of(new HttpTaskRunner(exchange(options), clock), new PythonTaskRunner(interpreter(options), PYTHON_WORKERS));
  }

  private HttpExchange exchange(Options options) {
    if (options.replay() != null) {
      return new ReplayingExchange(options.replay(), options.redaction());
    }
    RateLimiter limiter = new RateLimiter(System::nanoTime, Thread::sleep);
    HttpExchange live = new RateLimitedExchange(new LiveExchange(clock), limiter);
    return options.record() == null ? live : new RecordingExchange(live, options.record(), version, clock, options.redaction());
  }

  private PythonInterpreter interpreter(Options options) {
    return options.python() == null
        ? PythonInterpreter.onPath(searchPath)
        : new PythonInterpreter(options.python(), searchPath);
  }
}
