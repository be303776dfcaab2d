package io.noetl.adapters.playbook.template.value;

import java.util.List;
import java.util.Map;

/** The arguments of a call. */
public record Arguments(List<PyValue> positional, Map<String, PyValue> named) {

  public static final Arguments NONE = new Arguments(List.of(), Map.of());

  public static Arguments of(PyValue... positional) {
    return new Arguments(List.of(positional), Map.of());
  }

  /** Without the first {@code count} positional ones. */
  public Arguments from(int count) {
    return new Arguments(positional.subList(Math.min(count, positional.size()), positional.size()), named);
  }
}
