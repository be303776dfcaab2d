package io.noetl.adapters.tasks.python;

import io.noetl.adapters.tasks.settings.Seconds;
import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.adapters.tasks.settings.Suggestion;
import io.noetl.adapters.tasks.settings.UnknownKey;
import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Parameters.Parameter;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the parameters of a python task and the mistakes that show before it runs. */
final class PythonPreparation {

  static final List<String> KEYS = List.of("code", "timeout");

  private PythonPreparation() {}

  /** The first mistake in the settings, before the code is looked at. */
  static Optional<Problem> settingsProblem(Task task) {
    if (CodeText.of(task).isEmpty()) {
      ValueTemplate code = task.settings().entries().get("code");
      Position position = code == null ? task.position() : code.position();
      return problem(task, "needs code: the text of a function 'main'", position);
    }
    for (Map.Entry<String, ValueTemplate> entry : task.settings().entries().entrySet()) {
      Optional<String> wrong = wrongSetting(entry.getKey(), entry.getValue());
      if (wrong.isPresent()) {
        return problem(task, wrong.get(), entry.getValue().position());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> wrongSetting(String key, ValueTemplate template) {
    Optional<Value> constant = template.constant();
    if (!key.equals("timeout") || constant.isEmpty() || constant.get() instanceof NullValue) {
      return UnknownKey.problem(key, KEYS);
    }
    try {
      Seconds.timeout(constant.get());
      return Optional.empty();
    } catch (SettingException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What the worker's answer to {@code inspect} says of the task. */
  static Preparation of(Task task, CodeText code, MapValue answer) {
    if (answer.valueOf("problem") instanceof TextValue text) {
      Position position = code.at(whole(answer, "line"), whole(answer, "column"));
      return rejected(task, text.value(), position);
    }
    Parameters.Named parameters = parameters(answer);
    for (Map.Entry<String, ValueTemplate> own : task.with().entries().entrySet()) {
      if (!parameters.accepts(own.getKey())) {
        return rejected(task, unknownArgument(own.getKey(), parameters), own.getValue().position());
      }
    }
    return new Preparation.Ready(parameters);
  }

  static Preparation rejected(Task task, String message, Position position) {
    return new Preparation.Rejected(new Problem(prefixed(task, message), position));
  }

  private static Optional<Problem> problem(Task task, String message, Position position) {
    return Optional.of(new Problem(prefixed(task, message), position));
  }

  private static String prefixed(Task task, String message) {
    return "python task '" + task.name() + "': " + message;
  }

  private static Parameters.Named parameters(MapValue answer) {
    List<Parameter> found = new ArrayList<>();
    for (Value item : ((ListValue) answer.valueOf("parameters")).items()) {
      List<Value> pair = ((ListValue) item).items();
      found.add(new Parameter(((TextValue) pair.get(0)).value(), pair.get(1).equals(Value.TRUE)));
    }
    return new Parameters.Named(found, ((BoolValue) answer.valueOf("others")).value());
  }

  private static String unknownArgument(String name, Parameters.Named parameters) {
    List<String> known = parameters.parameters().stream().map(Parameter::name).toList();
    String hint =
        Suggestion.nearest(name, known)
            .map(meant -> "; did you mean '" + meant + "'?")
            .orElse(known.isEmpty() ? "; it takes no arguments" : "; it takes " + String.join(", ", known));
    return "main takes no '" + name + "'" + hint;
  }

  private static int whole(MapValue answer, String key) {
    return (int) ((IntValue) answer.valueOf(key)).value();
  }
}
