package io.noetl.testkit.core;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** Counts the objects of the core that a state holds on to; values and the playbook are not looked into. */
final class LiveState {

  private static final String CORE = "io.noetl.domain.execution.";

  private LiveState() {}

  static int size(Object state) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>();
    open.add(state);
    while (!open.isEmpty()) {
      Object object = open.remove();
      if (seen.add(object)) {
        for (Class<?> type = object.getClass(); type != null && type.getName().startsWith(CORE); type = type.getSuperclass()) {
          addFields(object, type, open);
        }
      }
    }
    return seen.size();
  }

  private static void addFields(Object object, Class<?> type, Deque<Object> open) {
    for (Field field : type.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        Object value = valueOf(field, object);
        if (value != null && value.getClass().getName().startsWith(CORE)) {
          open.add(value);
        }
      }
    }
  }

  private static Object valueOf(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
