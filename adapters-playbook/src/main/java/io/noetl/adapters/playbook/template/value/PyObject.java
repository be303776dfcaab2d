package io.noetl.adapters.playbook.template.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An object of Jinja's own: {@code loop}, a macro, a cycler, a joiner, {@code self}.
 *
 * @param attributes answers the attributes that it has, null for the others
 * @param body what a call does; null when it cannot be called
 */
public record PyObject(String typeName, Attributes attributes, PyFunction.@Nullable Body body) implements PyValue {

  /** Attributes by name. */
  @FunctionalInterface
  public interface Attributes {
    @Nullable PyValue of(String name);

    /** Their names, as far as messages suggest them. */
    default List<String> names() {
      return List.of();
    }
  }
}
