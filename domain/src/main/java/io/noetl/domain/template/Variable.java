package io.noetl.domain.template;

import io.noetl.domain.value.Value;
import org.jspecify.annotations.Nullable;

/** What a name in scope stands for. */
public sealed interface Variable {

  /** The value that a template sees under the name itself. */
  Value value();

  /** A plain value: workload keys, {@code with} values, iterators. */
  record Plain(Value value) implements Variable {}

  /**
   * The outcome of a step or task. Under the name itself it is its data; the attributes {@code data}, {@code result}
   * (both the data), {@code results} (the data of a loop's task, a list), {@code status} and {@code error} resolve too, unless
   * the data is a map that has such a key.
   */
  record Outcome(Value value, String status, @Nullable String error) implements Variable {}
}
