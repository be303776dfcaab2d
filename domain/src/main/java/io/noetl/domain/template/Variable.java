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
   * (both the data), {@code results} (what a loop's task yielded, a list), {@code status} and {@code error} resolve too, unless
   * the data is a map that has such a key.
   *
   * @param list what a loop's task yielded, when the data is something else that was made of it; null when the data is all there is
   */
  record Outcome(Value value, String status, @Nullable String error, @Nullable Value list) implements Variable {
    public Outcome(Value value, String status, @Nullable String error) {
      this(value, status, error, null);
    }
  }
}
