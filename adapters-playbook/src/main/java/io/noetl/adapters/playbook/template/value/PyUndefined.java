package io.noetl.adapters.playbook.template.value;

import java.util.function.Supplier;

/**
 * What a name, attribute or element that does not exist evaluates to. It can be asked whether it is defined and given a
 * default; any other use fails in a strict rendering. In a lenient one printing, iterating, truth and equality treat it as
 * empty with a warning, attributes of it are undefined again, and all else fails.
 *
 * @param reason makes the message, which is only asked for where it is shown
 * @param at offset of the place where it came up
 * @param forgiving whether it is always lenient and silent: the missing {@code else} of a conditional expression
 */
public record PyUndefined(Rendering rendering, Supplier<String> reason, int at, boolean forgiving) implements PyValue {

  /** An undefined value that comes up at the expression being evaluated. */
  public static PyUndefined of(Rendering rendering, Supplier<String> reason) {
    return new PyUndefined(rendering, reason, rendering.at(), false);
  }

  public String message() {
    return reason.get();
  }

  /** To be called wherever it is treated as empty. */
  public void use() {
    if (!forgiving) {
      rendering.used(this);
    }
  }

  /** The failure of a use that no rendering allows. */
  public EvaluationException failure() {
    return new EvaluationException(message(), at);
  }

  @Override
  public String typeName() {
    return "Undefined";
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
