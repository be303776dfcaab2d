package io.noetl.domain.execution;

import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One target of a step's {@code next}, named by its place: {@code next[0]}, {@code next[1].then[0]}, {@code
 * next[1].else[2]}. Events keep the place, so that a decision once taken is never taken again.
 *
 * @param condition the {@code when} that led here; null where there was none
 */
record Route(String place, Target target, @Nullable String condition) {

  static Route always(int entry, Target target) {
    return new Route("next[" + entry + "]", target, null);
  }

  static Route then(int entry, int index, NextEntry.When when) {
    return new Route("next[" + entry + "].then[" + index + "]", when.then().get(index), when.condition().source());
  }

  static Route otherwise(int entry, int index, NextEntry.When when) {
    String condition = "not (" + when.condition().source() + ")";
    return new Route("next[" + entry + "].else[" + index + "]", when.otherwise().get(index), condition);
  }

  static Route otherwise(int entry, int index, NextEntry.Otherwise entryItself) {
    return new Route("next[" + entry + "].else[" + index + "]", entryItself.targets().get(index), "else");
  }

  /**
   * The route that an event of {@code step} names.
   *
   * @throws IllegalArgumentException if the step has no such route: the event was written for another playbook
   */
  static Route of(Step step, String place) {
    int close = place.indexOf(']');
    int entry = place.startsWith("next[") && close > 0 ? index(place, 5, close) : -1;
    List<NextEntry> next = step.next();
    if (entry >= 0 && entry < next.size()) {
      int open = place.indexOf('[', close);
      int target = open < 0 ? -1 : index(place, open + 1, place.length() - 1);
      switch (next.get(entry)) {
        case NextEntry.Always always -> {
          return always(entry, always.target());
        }
        case NextEntry.When when -> {
          boolean then = place.startsWith(".then", close + 1);
          return then ? then(entry, target, when) : otherwise(entry, target, when);
        }
        case NextEntry.Otherwise otherwise -> {
          return otherwise(entry, target, otherwise);
        }
      }
    }
    throw new IllegalArgumentException("step '" + step.name() + "' has no route '" + place + "'");
  }

  private static int index(String place, int from, int to) {
    return Integer.parseInt(place, from, to, 10);
  }
}
