package io.noetl.domain.execution;

import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.OnError;
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

  private static final String ON_ERROR = "on_error";

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

  /** The way from a failed step to the one that takes over. */
  static Route onError(Target target) {
    return new Route(ON_ERROR, target, null);
  }

  /**
   * The route that an event of {@code step} names.
   *
   * @throws IllegalArgumentException if the step has no such route: the event was written for another playbook
   */
  static Route of(Step step, String place) {
    if (place.equals(ON_ERROR) && step.policy().onError() instanceof OnError.GoTo target) {
      return onError(target.target());
    }
    int close = place.indexOf(']');
    int entry = number(place, "next[".length(), close);
    int target = number(place, place.lastIndexOf('[') + 1, place.length() - 1);
    if (entry >= 0 && entry < step.next().size()) {
      Route route = of(step.next().get(entry), entry, target, place.startsWith(".then", close + 1));
      if (route != null && route.place().equals(place)) {
        return route;
      }
    }
    throw new IllegalArgumentException("step '" + step.name() + "' has no route '" + place + "'");
  }

  /** The route to the target of that number; null when the entry has no such target. */
  private static @Nullable Route of(NextEntry next, int entry, int target, boolean then) {
    return switch (next) {
      case NextEntry.Always always -> always(entry, always.target());
      case NextEntry.When when when then -> has(when.then(), target) ? then(entry, target, when) : null;
      case NextEntry.When when -> has(when.otherwise(), target) ? otherwise(entry, target, when) : null;
      case NextEntry.Otherwise itself -> has(itself.targets(), target) ? otherwise(entry, target, itself) : null;
    };
  }

  private static boolean has(List<Target> targets, int index) {
    return index >= 0 && index < targets.size();
  }

  /** The number that stands there in decimal digits, or -1. */
  private static int number(String text, int from, int to) {
    int number = from < to ? 0 : -1;
    for (int i = from; i < to && number >= 0; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      number = digit < 0 || number > 99_999_999 ? -1 : number * 10 + digit;
    }
    return number;
  }
}
