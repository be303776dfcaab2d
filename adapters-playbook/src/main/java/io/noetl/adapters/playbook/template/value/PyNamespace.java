package io.noetl.adapters.playbook.template.value;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code namespace()}: an object whose attributes {@code set} may assign to. */
public final class PyNamespace implements PyValue {

  private final Map<String, PyValue> attributes = new LinkedHashMap<>();

  public Map<String, PyValue> attributes() {
    return attributes;
  }

  @Override
  public String typeName() {
    return "Namespace";
  }
}
