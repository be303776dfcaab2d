package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.adapters.tasks.settings.UnknownKey;
import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the mistakes of an http task that show before anything is rendered. */
final class HttpPreparation {

  private HttpPreparation() {}

  static Preparation of(Task task) {
    if (!task.settings().entries().containsKey("endpoint")) {
      String missing = "http task '" + task.name() + "' has no endpoint; give the URL to ask";
      return new Preparation.Rejected(new Problem(missing, task.position()));
    }
    for (Map.Entry<String, ValueTemplate> entry : task.settings().entries().entrySet()) {
      Optional<String> problem = problem(entry.getKey(), entry.getValue());
      if (problem.isPresent()) {
        String message = "http task '" + task.name() + "': " + problem.get();
        return new Preparation.Rejected(new Problem(message, entry.getValue().position()));
      }
    }
    return twoBodies(task)
        .<Preparation>map(Preparation.Rejected::new)
        .orElseGet(() -> new Preparation.Ready(new Parameters.None()));
  }

  /** Two kinds of body that are both there whatever their templates yield. */
  private static Optional<Problem> twoBodies(Task task) {
    ValueTemplate.Fields settings = task.settings();
    List<String> given = BodySettings.KEYS.stream().filter(key -> isGiven(settings.entries().get(key))).toList();
    try {
      BodySettings.checkOne(given);
      return Optional.empty();
    } catch (SettingException e) {
      ValueTemplate second = Objects.requireNonNull(settings.entries().get(e.key()));
      return Optional.of(new Problem("http task '" + task.name() + "': " + e.getMessage(), second.position()));
    }
  }

  private static boolean isGiven(@Nullable ValueTemplate template) {
    return switch (template) {
      case null -> false;
      case ValueTemplate.Fields fields -> true;
      case ValueTemplate.Items items -> true;
      case ValueTemplate.Text text -> text.constant().isPresent();
      case ValueTemplate.Literal literal -> !(literal.value() instanceof Value.NullValue);
    };
  }

  private static Optional<String> problem(String key, ValueTemplate template) {
    if (!CallSettings.KEYS.contains(key)) {
      return UnknownKey.problem(key, CallSettings.KEYS);
    }
    Optional<Value> constant = known(key, template).constant();
    if (constant.isEmpty()) {
      return Optional.empty();
    }
    try {
      CallSettings.check(key, constant.get());
      return Optional.empty();
    } catch (SettingException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Of fields, the entries that are known before the run; of anything else all of it. */
  private static ValueTemplate known(String key, ValueTemplate template) {
    if (!(template instanceof ValueTemplate.Fields fields) || key.equals("payload")) {
      return template;
    }
    ValueTemplate type = fields.entries().get("type");
    if (key.equals("auth") && type != null && type.constant().isEmpty()) {
      return template;
    }
    Map<String, ValueTemplate> entries = new LinkedHashMap<>(fields.entries());
    entries.values().removeIf(value -> value.constant().isEmpty());
    return new ValueTemplate.Fields(entries, fields.position());
  }
}
