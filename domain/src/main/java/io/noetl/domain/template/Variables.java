package io.noetl.domain.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a template may read. Lookups are pure: the same name yields the same variable as long as this lives. */
@FunctionalInterface
public interface Variables {

  /** What {@code name} stands for, or null when it is undefined. */
  @Nullable Variable lookup(String name);

  /** The names that stand for something, where they can be listed: what a misspelt one may be told about. */
  default Set<String> names() {
    return Set.of();
  }
}
