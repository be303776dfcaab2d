package io.noetl.testkit.task;

import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tasks and requests whose settings and arguments are written as JSON, all of them literals. */
public final class SampleTasks {

  private SampleTasks() {}

  /** A task at line 10, column 5; its settings stand one a line from line 11, column 7, on. */
  public static Task task(String type, String name, MapValue settings) {
    return new Task(name, new Position(10, 5), type, literals(settings, 11), Fields.NONE, new Parameters.None());
  }

  /** The same task with arguments of its own, which stand one a line from line 31, column 7, on. */
  public static Task withArguments(Task task, MapValue with) {
    return new Task(
        task.name(), task.position(), task.type(), task.settings(), literals(with, 31), task.parameters());
  }

  /** A call of a task whose settings need no rendering. */
  public static TaskRequest request(String type, String name, MapValue settings, MapValue arguments) {
    return new TaskRequest(name + "_node", task(type, name, settings), settings, arguments);
  }

  /** The map that a JSON text holds. */
  public static MapValue map(String json) {
    return (MapValue) JsonReader.read(json);
  }

  private static Fields literals(MapValue values, int firstLine) {
    Map<String, ValueTemplate> entries = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : values.entries().entrySet()) {
      entries.put(entry.getKey(), new Literal(entry.getValue(), new Position(firstLine + entries.size(), 7)));
    }
    return new Fields(entries, new Position(firstLine, 7));
  }
}
