package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.PyValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Methods by name. It is filled once and only read afterwards. */
final class MethodTable<T extends PyValue> {

  private final Map<String, Method<T>> methods = new HashMap<>();

  /** Adds a method with parameters, of which the first {@code required} must be given, positionally. */
  MethodTable<T> add(String name, Method.WithParameters<T> body, int required, String... parameters) {
    return add(name, Method.of(Signature.positional(name, required, parameters), body));
  }

  /** Adds a method whose parameters may be given by name too. */
  MethodTable<T> addNamed(String name, Method.WithParameters<T> body, int required, String... parameters) {
    return add(name, Method.of(Signature.of(name, required, parameters), body));
  }

  MethodTable<T> add(String name, Method<T> method) {
    methods.put(name, method);
    return this;
  }

  MethodTable<T> alias(String name, String other) {
    Method<T> method = methods.get(other);
    if (method == null) {
      throw new IllegalArgumentException("no method " + other);
    }
    methods.put(name, method);
    return this;
  }

  @Nullable Method<T> find(String name) {
    return methods.get(name);
  }

  Set<String> names() {
    return methods.keySet();
  }
}
