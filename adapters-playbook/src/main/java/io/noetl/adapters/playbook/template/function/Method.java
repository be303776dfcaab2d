package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;

/** A filter, a test or a method: code that is applied to a value of type {@code T}. */
@FunctionalInterface
public interface Method<T extends PyValue> {

  PyValue apply(Rendering rendering, T subject, Arguments arguments);

  /** A method whose arguments are bound to parameters. */
  @FunctionalInterface
  interface WithParameters<T extends PyValue> {
    PyValue apply(Rendering rendering, T subject, Bound arguments);
  }

  static <T extends PyValue> Method<T> of(Signature signature, WithParameters<T> body) {
    return (rendering, subject, arguments) -> body.apply(rendering, subject, signature.bind(arguments));
  }
}
