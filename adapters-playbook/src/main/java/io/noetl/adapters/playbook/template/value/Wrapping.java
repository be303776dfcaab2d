package io.noetl.adapters.playbook.template.value;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BigIntValue;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;

/** From values of the playbook to values of the rendering, in constant time. */
public final class Wrapping {

  private Wrapping() {}

  /** {@code keeps} tells whether containers keep the children that they hand out. */
  public static PyValue wrap(Value value, boolean keeps) {
    return switch (value) {
      case TextValue text -> PyText.of(text.value());
      case MapValue map -> new PyDict(map, keeps);
      case ListValue list -> new PyList(list, keeps);
      case IntValue integer -> PyInteger.of(integer.value());
      case FloatValue number -> new PyFloat(number.value());
      case BoolValue bool -> PyBool.of(bool.value());
      case NullValue none -> PyNone.NONE;
      case BigIntValue integer -> PyInteger.of(integer.value());
    };
  }
}
