package io.noetl.adapters.duckdb.task;

import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the mistakes of a duckdb task that show before anything is rendered. */
final class TaskPreparation {

  private final Reach reach;

  TaskPreparation(Reach reach) {
    this.reach = reach;
  }

  Preparation of(Task task) {
    Map<String, ValueTemplate> settings = task.settings().entries();
    if (!settings.containsKey(TaskSettings.COMMANDS)) {
      return rejected(task, "needs commands: one or more SQL statements", task.position());
    }
    for (Map.Entry<String, ValueTemplate> entry : settings.entrySet()) {
      Optional<Value> constant = constant(entry.getValue());
      if (constant.isPresent()) {
        try {
          TaskSettings.check(entry.getKey(), constant.get());
        } catch (SettingException e) {
          return rejected(task, String.valueOf(e.getMessage()), entry.getValue().position());
        }
      }
    }
    return outOfReach(task, settings);
  }

  /** A database that the task may not touch, if both its path and the access are known. */
  private Preparation outOfReach(Task task, Map<String, ValueTemplate> settings) {
    ValueTemplate database = settings.get(TaskSettings.DATABASE);
    ValueTemplate access = settings.get(TaskSettings.EXTERNAL_ACCESS);
    Optional<Value> path = database == null ? Optional.empty() : constant(database);
    Optional<Value> external = access == null ? Optional.of(Value.FALSE) : constant(access);
    if (database != null
        && path.orElse(Value.NULL) instanceof TextValue text
        && !text.value().equals(":memory:")
        && external.isPresent()) {
      try {
        reach.database(text.value(), TaskSettings.externalAccess(external.get()));
      } catch (SettingException e) {
        return rejected(task, String.valueOf(e.getMessage()), database.position());
      }
    }
    return new Preparation.Ready(new Parameters.None());
  }

  private static Preparation rejected(Task task, String message, Position position) {
    return new Preparation.Rejected(new Problem("duckdb task '" + task.name() + "': " + message, position));
  }

  /** What the template will render to, if that does not depend on the execution. */
  private static Optional<Value> constant(ValueTemplate template) {
    return switch (template) {
      case ValueTemplate.Literal literal -> Optional.of(literal.value());
      case ValueTemplate.Text text -> constant(text.text().source());
      case ValueTemplate.Items items -> {
        List<Value> values = new ArrayList<>();
        items.items().forEach(item -> constant(item).ifPresent(values::add));
        yield values.size() == items.items().size() ? Optional.of(Value.of(values)) : Optional.empty();
      }
      case ValueTemplate.Fields fields -> Optional.of(Value.EMPTY_MAP); // a map, whatever is in it, is no setting here
    };
  }

  private static Optional<Value> constant(String source) {
    boolean template = source.contains("{{") || source.contains("{%") || source.contains("{#");
    return template ? Optional.empty() : Optional.of(Value.of(source));
  }
}
