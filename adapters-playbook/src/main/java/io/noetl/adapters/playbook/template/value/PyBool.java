package io.noetl.adapters.playbook.template.value;

/** {@code True} and {@code False}, which are numbers too. */
public enum PyBool implements PyValue {
  FALSE,
  TRUE;

  public static PyBool of(boolean value) {
    return value ? TRUE : FALSE;
  }

  public boolean value() {
    return this == TRUE;
  }

  @Override
  public String typeName() {
    return "bool";
  }
}
