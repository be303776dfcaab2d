package io.noetl.adapters.playbook.template.value;

/** A function or a method bound to its object. {@code printed} is its text. */
public record PyFunction(String name, String printed, Body body) implements PyValue {

  /** What a call does. */
  @FunctionalInterface
  public interface Body {
    PyValue call(Rendering rendering, Arguments arguments);
  }

  @Override
  public String typeName() {
    return printed.startsWith("<class") ? "type" : "builtin_function_or_method";
  }
}
