package io.noetl.testkit.core;

import io.noetl.domain.playbook.Target;
import io.noetl.domain.template.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step to go to, with the values it is entered with. */
public record Goal(String step, Map<String, @Nullable Object> with) {

  /** A step, and names and values in turn. */
  public static Goal goal(String step, @Nullable Object... with) {
    return new Goal(step, Values.pairs(with));
  }

  /** Several steps without values. */
  public static List<Goal> goals(String... steps) {
    List<Goal> goals = new ArrayList<>();
    for (String step : steps) {
      goals.add(goal(step));
    }
    return goals;
  }

  Target at(Position position) {
    return new Target(step, Values.fields(with, position), position);
  }
}
