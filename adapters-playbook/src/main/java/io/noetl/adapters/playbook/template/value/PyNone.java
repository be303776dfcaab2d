package io.noetl.adapters.playbook.template.value;

/** {@code None}. */
public enum PyNone implements PyValue {
  NONE;

  @Override
  public String typeName() {
    return "NoneType";
  }
}
