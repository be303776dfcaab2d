package io.noetl.adapters.tasks.python;

import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.testkit.task.SampleTasks;
import java.util.Map;

/** The python3 of this machine, and calls of tasks whose code begins in line 11, column 7 of a playbook. */
final class Python {

  private Python() {}

  static PythonInterpreter interpreter() {
    return PythonInterpreter.onPath(System.getenv("PATH"));
  }

  static MapValue settings(String code) {
    return Value.of(Map.of("code", Value.of(code)));
  }

  static TaskRequest call(String code, String arguments) {
    return SampleTasks.request("python", "judge", settings(code), SampleTasks.map(arguments));
  }
}
