package io.noetl.domain.template;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that a template may read. Lookups are pure: the same name yields the same variable as long as this lives. */
@FunctionalInterface
public interface Variables {

  /** What {@code name} stands for, or null when it is undefined. */
  @Nullable Variable lookup(String name);

  /**
   * The names that are defined, in any order and perhaps repeated: asked for only where a message suggests the name that
   * was meant. Variables that cannot be listed have none to suggest.
   */
  default Collection<String> names() {
    return List.of();
  }

  /** The entries of a map. */
  static Variables of(Map<String, ? extends Variable> variables) {
    return new Variables() {
      @Override
      public @Nullable Variable lookup(String name) {
        return variables.get(name);
      }

      @Override
      public Collection<String> names() {
        return Collections.unmodifiableCollection(variables.keySet());
      }
    };
  }
}
