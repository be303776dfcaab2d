package io.noetl.testkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.playbook.Loop.OnItemError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random playbooks: whatever they do, they end, and the rules of {@link TraceRules} hold. */
class RandomPlaybooksTest {

  private static final long SEED = 7;
  private static final int PLAYBOOKS = 600;
  private static final List<String> VALUES = List.of("{{ v }}", "{{ missing }}", "{{ result }}", "{{ i }}", "text");

  @Test
  void every_event_log_is_one_tree_that_folds_again() {
    int cancelled = 0;
    int failed = 0;
    for (int number = 0; number < PLAYBOOKS; number++) {
      Trace trace = runOf(number);
      cancelled += trace.status().equals("cancelled") ? 1 : 0;
      failed += trace.status().equals("error") ? 1 : 0;
    }
    assertThat(cancelled).as("seed %d: cancelled executions", SEED).isGreaterThan(PLAYBOOKS / 10);
    assertThat(failed).as("seed %d: failed executions", SEED).isGreaterThan(PLAYBOOKS / 10);
    assertThat(PLAYBOOKS - failed - cancelled).as("seed %d: successes", SEED).isGreaterThan(PLAYBOOKS / 10);
  }

  private static Trace runOf(int number) {
    Random random = new Random(SEED * 1_000_003 + number);
    World world = new World(playbook(random));
    int failing = random.nextInt(8);
    world.task(
        "t",
        (call, request) ->
            (call * 31 + failing) % 8 == 0 ? TaskAnswer.failure("no") : TaskAnswer.success(List.of(call, 0)));
    if (random.nextInt(3) == 0) {
      world.strict();
    }
    if (random.nextInt(3) == 0) {
      world.cancelAfter(random.nextInt(60));
    }
    try {
      return world.run();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + SEED + ", playbook " + number, e);
    }
  }

  /** Steps lead to later ones only, so that every playbook ends. */
  private static PlaybookScript playbook(Random random) {
    int steps = 3 + random.nextInt(7);
    List<Integer> loops = new ArrayList<>();
    PlaybookScript script = new PlaybookScript().workload("v", List.of(1, 0), "w", "{{ v }}").task("t");
    for (int i = 0; i < steps; i++) {
      int index = i;
      script.step(name(i), step -> step(step, random, index, steps, loops));
    }
    return random.nextBoolean() ? script.step("end", step -> step.result("r", "{{ v }}")) : script;
  }

  private static String name(int index) {
    return index == 0 ? "start" : "s" + index;
  }

  private static StepScript step(StepScript step, Random random, int index, int steps, List<Integer> loops) {
    switch (random.nextInt(5)) {
      case 0 -> step.calls("t", "x", any(random, VALUES));
      case 1, 2 -> {
        step.loop(random.nextInt(5) == 0 ? "{{ missing }}" : List.of(1, 0, 2), "i");
        step.onItemError(any(random, List.of(OnItemError.values())));
        if (random.nextBoolean()) {
          step.filter("{{ i }}");
        }
        if (random.nextBoolean()) {
          step.calls("t", "x", any(random, VALUES));
        }
        loops.add(index);
      }
      case 3 -> {
        if (!loops.isEmpty() && index > 1) {
          step.endLoop(name(loops.removeLast()));
        }
      }
      default -> step.result("r", any(random, VALUES), "v", "{{ v }}");
    }
    for (int targets = random.nextInt(3); targets > 0; targets--) {
      lead(step, random, index, steps);
    }
    return step;
  }

  private static void lead(StepScript step, Random random, int index, int steps) {
    Goal goal = goal(random, index, steps);
    switch (random.nextInt(4)) {
      case 0 -> step.when(any(random, VALUES), List.of(goal), List.of(goal(random, index, steps)));
      case 1 -> step.otherwise(List.of(goal));
      default -> step.to(goal.step(), "w", any(random, VALUES));
    }
  }

  private static Goal goal(Random random, int index, int steps) {
    int target = index + 1 + random.nextInt(2);
    return Goal.goal(target >= steps ? "end" : name(target), "g", any(random, VALUES));
  }

  private static <T> T any(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
