package io.noetl.adapters.playbook.template.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways through an {@code if}: what holds behind it whichever was taken. */
final class Ways {

  private @Nullable Set<String> bound;
  private final List<Set<String>> settled = new ArrayList<>();
  private final List<NamePath> found = new ArrayList<>();

  /** One way: the names bound at its end and the paths that its conditions found present. */
  void add(Set<String> names, List<NamePath> paths) {
    Set<String> here = new HashSet<>(names);
    for (NamePath path : paths) {
      if (path.keys().size() == 1) {
        here.add(path.name().name());
        found.add(path);
      }
    }
    settled.add(here);
    if (bound == null) {
      bound = new HashSet<>(names);
    } else {
      bound.retainAll(names);
    }
  }

  /** The names that every way binds. */
  Set<String> bound() {
    return bound == null ? Set.of() : bound;
  }

  /** The names that every way binds or finds present. */
  List<NamePath> present() {
    return found.stream()
        .filter(path -> settled.stream().allMatch(names -> names.contains(path.name().name())))
        .distinct()
        .toList();
  }
}
