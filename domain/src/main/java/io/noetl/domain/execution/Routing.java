package io.noetl.domain.execution;

import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Decides which targets of a step's {@code next} are taken. All conditions are judged before any target runs. */
final class Routing {

  private Routing() {}

  static List<Route> judge(Step step, Scope scope, Rendering rendering) {
    List<NextEntry> next = step.next();
    BitSet truths = new BitSet();
    for (int i = 0; i < next.size(); i++) {
      boolean isTrue = next.get(i) instanceof NextEntry.When when && Truth.of(rendering.text(when.condition(), scope));
      truths.set(i, isTrue);
    }
    boolean anyTrue = !truths.isEmpty();
    List<Route> routes = new ArrayList<>();
    for (int i = 0; i < next.size(); i++) {
      take(i, next.get(i), truths.get(i), anyTrue, routes);
    }
    return routes;
  }

  private static void take(int place, NextEntry entry, boolean isTrue, boolean anyTrue, List<Route> routes) {
    switch (entry) {
      case NextEntry.Always always -> routes.add(Route.always(place, always.target()));
      case NextEntry.When when -> {
        int count = isTrue ? when.then().size() : when.otherwise().size();
        for (int i = 0; i < count; i++) {
          routes.add(isTrue ? Route.then(place, i, when) : Route.otherwise(place, i, when));
        }
      }
      case NextEntry.Otherwise otherwise -> {
        for (int i = 0; !anyTrue && i < otherwise.targets().size(); i++) {
          routes.add(Route.otherwise(place, i, otherwise));
        }
      }
    }
  }
}
