package io.noetl.adapters.playbook.template.value;

/** A byte string, which {@code encode} makes; each character is one byte. */
public record PyBytes(String latin1) implements PyValue {

  @Override
  public String typeName() {
    return "bytes";
  }
}
