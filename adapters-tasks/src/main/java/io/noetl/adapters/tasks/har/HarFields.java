package io.noetl.adapters.tasks.har;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.List;

/** Reads the fields of a HAR leniently, as files of many tools need: what is missing or of another kind is empty. */
final class HarFields {

  private HarFields() {}

  static MapValue map(MapValue parent, String key) {
    return parent.valueOf(key) instanceof MapValue map ? map : Value.EMPTY_MAP;
  }

  static List<MapValue> maps(MapValue parent, String key) {
    return parent.valueOf(key) instanceof ListValue list
        ? list.items().stream().filter(MapValue.class::isInstance).map(MapValue.class::cast).toList()
        : List.of();
  }

  static String text(MapValue parent, String key) {
    return parent.valueOf(key) instanceof TextValue text ? text.value() : "";
  }

  static double number(MapValue parent, String key) {
    Value value = parent.valueOf(key);
    return value instanceof IntValue whole ? whole.value() : value instanceof FloatValue number ? number.value() : 0;
  }
}
