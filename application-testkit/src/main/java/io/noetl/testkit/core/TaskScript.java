package io.noetl.testkit.core;

import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Parameters.Parameter;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Retry;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskPolicy;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.Position;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down a task. It takes no arguments of its own unless parameters are given. */
public final class TaskScript {

  private String type = "test";
  private Map<String, @Nullable Object> settings = Map.of();
  private Map<String, @Nullable Object> with = Map.of();
  private Parameters parameters = new Parameters.None();
  private @Nullable Object returned;
  private @Nullable Retry retry;
  private @Nullable OnError onError;

  TaskScript() {}

  public TaskScript type(String name) {
    type = name;
    return this;
  }

  /** Names and values in turn. */
  public TaskScript settings(@Nullable Object... namesAndValues) {
    settings = Values.pairs(namesAndValues);
    return this;
  }

  /** The task's own arguments: names and values in turn. */
  public TaskScript with(@Nullable Object... namesAndValues) {
    with = Values.pairs(namesAndValues);
    return this;
  }

  /** Parameters by name; {@code name?} is one with a default, {@code **} takes all others. */
  public TaskScript parameters(String... names) {
    parameters =
        new Parameters.Named(
            Stream.of(names)
                .filter(name -> !name.equals("**"))
                .map(name -> new Parameter(name.replace("?", ""), !name.endsWith("?")))
                .toList(),
            Stream.of(names).anyMatch("**"::equals));
    return this;
  }

  /** Becomes the task's data. */
  public TaskScript returning(@Nullable Object template) {
    returned = template;
    return this;
  }

  public TaskScript retry(Retry policy) {
    retry = policy;
    return this;
  }

  public TaskScript onError(OnError policy) {
    onError = policy;
    return this;
  }

  Task task(String name, Position position) {
    ValueTemplate data = returned == null ? null : Values.template(returned, position);
    return new Task(
        name,
        position,
        type,
        Values.fields(settings, position),
        Values.fields(with, position),
        parameters,
        new TaskPolicy(data, retry, onError));
  }
}
