package io.noetl.domain.execution;

import io.noetl.domain.template.Variable;
import io.noetl.domain.template.Variables;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names bound in an execution or in one loop iteration, inside those of what surrounds it. Immutable. */
final class Scope implements Variables {

  private final PersistentMap<String, Variable> bindings;
  private final @Nullable Scope surrounding;

  private Scope(PersistentMap<String, Variable> bindings, @Nullable Scope surrounding) {
    this.bindings = bindings;
    this.surrounding = surrounding;
  }

  static Scope outermost() {
    return new Scope(PersistentMap.empty(), null);
  }

  /** A new scope inside this one. */
  Scope inner() {
    return new Scope(PersistentMap.empty(), this);
  }

  Scope bind(String name, Variable variable) {
    return new Scope(bindings.with(name, variable), surrounding);
  }

  Scope bind(String name, Value value) {
    return bind(name, new Variable.Plain(value));
  }

  /** Binds every entry of a map as a plain value. */
  Scope bindAll(MapValue values) {
    Scope scope = this;
    for (Map.Entry<String, Value> entry : values.entries().entrySet()) {
      scope = scope.bind(entry.getKey(), entry.getValue());
    }
    return scope;
  }

  @Override
  public @Nullable Variable lookup(String name) {
    for (Scope scope = this; scope != null; scope = scope.surrounding) {
      Variable found = scope.bindings.get(name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Override
  public Collection<String> names() {
    List<String> names = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.surrounding) {
      scope.bindings.forEach((name, variable) -> names.add(name));
    }
    return names;
  }
}
