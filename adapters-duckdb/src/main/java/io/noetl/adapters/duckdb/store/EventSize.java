package io.noetl.adapters.duckdb.store;

import io.noetl.domain.event.Event;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BigIntValue;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Roughly how many bytes an event keeps from being collected, so that a queue of large events is bounded too. What
 * events share is counted each time: the estimate errs on the large side.
 */
final class EventSize {

  private static final long EVENT = 400;
  private static final long NODE = 32;

  private EventSize() {}

  static long of(Event event) {
    String error = event.error();
    return EVENT + of(event.input()) + of(event.output()) + of(event.metadata()) + (error == null ? 0 : error.length());
  }

  private static long of(@Nullable Value value) {
    return switch (value) {
      case null -> 0;
      case TextValue text -> NODE + text.value().length();
      case BigIntValue number -> NODE + number.value().bitLength() / Byte.SIZE;
      case NullValue n -> NODE;
      case BoolValue b -> NODE;
      case IntValue i -> NODE;
      case FloatValue f -> NODE;
      case ListValue list -> {
        long sum = NODE;
        for (Value item : list.items()) {
          sum += of(item);
        }
        yield sum;
      }
      case MapValue map -> {
        long sum = NODE;
        for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
          sum += NODE + entry.getKey().length() + of(entry.getValue());
        }
        yield sum;
      }
    };
  }
}
