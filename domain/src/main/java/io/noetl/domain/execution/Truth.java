package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BigIntValue;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;

/** Python's truth of a value: null, false, zero and everything empty are false. */
final class Truth {

  private Truth() {}

  static boolean of(Value value) {
    return switch (value) {
      case NullValue n -> false;
      case BoolValue b -> b.value();
      case IntValue i -> i.value() != 0;
      case BigIntValue i -> true;
      case FloatValue f -> f.value() != 0.0;
      case TextValue t -> !t.value().isEmpty();
      case ListValue l -> !l.items().isEmpty();
      case MapValue m -> !m.entries().isEmpty();
    };
  }
}
