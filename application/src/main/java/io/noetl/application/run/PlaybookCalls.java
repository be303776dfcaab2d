package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.domain.execution.Command;
import io.noetl.domain.execution.Plan;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.task.TaskTimeout;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the tasks that call playbooks into plans: the playbook at the task's path, with the arguments as its payload. */
final class PlaybookCalls {

  /** How many calls may lie between a playbook and the one that was asked for. */
  static final int MAX_DEPTH = 16;

  private final SubPlaybooks playbooks;
  private final TemplateEngine templates;
  private final boolean strict;
  private final ConfidentialInputs inputs;

  PlaybookCalls(SubPlaybooks playbooks, TemplateEngine templates, boolean strict, ConfidentialInputs inputs) {
    this.playbooks = playbooks;
    this.inputs = inputs;
    this.templates = templates;
    this.strict = strict;
  }

  /** What the log keeps of what a call received: the path, and the payload. */
  static MapValue described(TaskRequest request) {
    Map<String, Value> received = new LinkedHashMap<>(request.settings().entries());
    if (!request.arguments().entries().isEmpty()) {
      received.put("with", request.arguments());
    }
    return Value.of(received);
  }

  /**
   * The call that a task is.
   *
   * @throws InvalidRequestException if calls are nested too deep, or a setting is wrong
   */
  PlaybookCall call(PlaybookRun caller, Command.RunTask task, Instant startedAt) {
    if (caller.depth() >= MAX_DEPTH) {
      throw new InvalidRequestException(
          "playbooks are nested more than " + MAX_DEPTH + " deep: '" + path(task.request())
              + "' would be one more; a playbook that calls itself needs a condition that ends it",
          "");
    }
    Duration timeout = timeout(task.request().settings().valueOf(SubPlaybooks.TIMEOUT));
    return new PlaybookCall(caller, task, caller.idOf(task), startedAt, timeout);
  }

  /**
   * The plan of the playbook that is called.
   *
   * @throws InvalidRequestException if it cannot be run
   */
  Plan plan(PlaybookCall call) {
    TaskRequest request = call.task().request();
    Playbook called = playbooks.playbook(call.caller().plan().playbook(), path(request));
    Playbook merged = called.withWorkload(PayloadMerge.over(called.workload(), request.arguments(), false));
    inputs.learn(called);
    inputs.check(merged);
    return new Plan(merged, templates, strict, inputs.environment(merged));
  }

  private static String path(TaskRequest request) {
    Value path = request.settings().valueOf(SubPlaybooks.PATH);
    if (path instanceof TextValue text) {
      return text.value();
    }
    throw new InvalidRequestException("'path' must be the path of a playbook, not " + JsonWriter.write(path), "");
  }

  private static @Nullable Duration timeout(Value value) {
    return value instanceof NullValue
        ? null
        : TaskTimeout.of(value).orElseThrow(() -> new InvalidRequestException(TaskTimeout.problem(value), ""));
  }
}
