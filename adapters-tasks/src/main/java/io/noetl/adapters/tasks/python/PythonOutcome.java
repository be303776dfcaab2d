package io.noetl.adapters.tasks.python;

import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the worker's answer to {@code run} into the outcome of the task. */
final class PythonOutcome {

  /** What is kept beside the data, when there is any. */
  private static final List<String> METADATA = List.of("stdout", "stderr", "traceback");

  private PythonOutcome() {}

  static TaskOutcome of(MapValue answer, CodeText code) {
    Map<String, Value> metadata = new LinkedHashMap<>();
    for (String key : METADATA) {
      if (answer.valueOf(key) instanceof TextValue text) {
        metadata.put(key, text);
      }
    }
    if (!(answer.valueOf("error") instanceof TextValue error)) {
      return new TaskOutcome.Success(answer.valueOf("value"), Value.of(metadata));
    }
    Position position = answer.valueOf("line") instanceof IntValue line ? code.lineStart((int) line.value()) : null;
    return new TaskOutcome.Failure(error.value(), null, position, Value.of(metadata));
  }

  static TaskOutcome failure(String error) {
    return new TaskOutcome.Failure(error, null, null, Value.EMPTY_MAP);
  }
}
