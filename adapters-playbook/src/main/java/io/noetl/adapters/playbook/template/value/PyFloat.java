package io.noetl.adapters.playbook.template.value;

/** A double; NaN and the infinities included. */
public record PyFloat(double value) implements PyValue {

  @Override
  public String typeName() {
    return "float";
  }
}
