package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.value.PyValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that a template itself has bound: few, so that looking them up one by one is the fastest. */
final class Scope {

  private static final int ROOM = 4;
  private static final String[] NO_NAMES = {};
  private static final PyValue[] NO_VALUES = {};

  private final @Nullable Scope parent;
  private String[] names = NO_NAMES;
  private PyValue[] values = NO_VALUES;
  private int size;

  Scope(@Nullable Scope parent) {
    this.parent = parent;
  }

  @Nullable PyValue find(String name) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      for (int i = 0; i < scope.size; i++) {
        if (scope.names[i].equals(name)) {
          return scope.values[i];
        }
      }
    }
    return null;
  }

  void set(String name, PyValue value) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        values[i] = value;
        return;
      }
    }
    if (size == names.length) {
      names = Arrays.copyOf(names, Math.max(ROOM, size * 2));
      values = Arrays.copyOf(values, Math.max(ROOM, size * 2));
    }
    names[size] = name;
    values[size++] = value;
  }

  /** Adds the names of this scope and those around it. */
  void addNames(List<String> all) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      all.addAll(Arrays.asList(scope.names).subList(0, scope.size));
    }
  }
}
