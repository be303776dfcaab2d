package io.noetl.domain.playbook;

import java.util.List;

/** What arguments a task takes. */
public sealed interface Parameters {

  /** The task has no arguments of its own: what it is given only feeds its templates. */
  record None() implements Parameters {}

  /**
   * Named parameters, in order.
   *
   * @param acceptsOthers whether arguments beside the named ones are taken too ({@code **kwargs})
   */
  record Named(List<Parameter> parameters, boolean acceptsOthers) implements Parameters {
    public Named {
      parameters = List.copyOf(parameters);
    }

    public boolean accepts(String name) {
      return acceptsOthers || parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }
  }

  /** One parameter; a required one has no default. */
  record Parameter(String name, boolean required) {}
}
