package io.noetl.testkit.core;

import io.noetl.domain.playbook.Confidential;
import io.noetl.domain.playbook.ExecutionPolicy;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a playbook. In its file {@code test.yaml} the workload stands in line 1, and every step and task in a line
 * of its own after it, in the order in which they are written down.
 */
public final class PlaybookScript {

  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, Task> tasks = new LinkedHashMap<>();
  private Fields workload = Fields.NONE;
  private final List<Target> finalSteps = new ArrayList<>();
  private @Nullable Duration timeout;
  private int line = 1;

  /** Names and values in turn; texts are templates. */
  public PlaybookScript workload(@Nullable Object... namesAndValues) {
    workload = Values.fields(Values.pairs(namesAndValues), Position.START);
    return this;
  }

  public PlaybookScript step(String name, UnaryOperator<StepScript> content) {
    steps.put(name, content.apply(new StepScript(name, nextLine())).step());
    return this;
  }

  /** A step that does nothing and leads nowhere. */
  public PlaybookScript step(String name) {
    return step(name, step -> step);
  }

  public PlaybookScript task(String name, UnaryOperator<TaskScript> content) {
    tasks.put(name, content.apply(new TaskScript()).task(name, nextLine()));
    return this;
  }

  /** A task without settings, arguments or parameters. */
  public PlaybookScript task(String name) {
    return task(name, task -> task);
  }

  /** How long an execution may take. */
  public PlaybookScript timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  /** A step that runs at the end, however the execution ended. */
  public PlaybookScript finallyTo(String step, @Nullable Object... with) {
    finalSteps.add(Goal.goal(step, with).at(Position.START));
    return this;
  }

  private Position nextLine() {
    line++;
    return new Position(line, 1);
  }

  public Playbook playbook() {
    return new Playbook(
        "test.yaml",
        "0".repeat(64),
        "source",
        Value.EMPTY_MAP,
        "test",
        "tests/test",
        "1",
        workload,
        steps,
        tasks,
        new ExecutionPolicy(timeout, finalSteps),
        Confidential.NONE);
  }
}
