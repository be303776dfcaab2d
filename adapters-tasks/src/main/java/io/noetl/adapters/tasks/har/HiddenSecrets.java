package io.noetl.adapters.tasks.har;

import io.noetl.application.port.Redaction;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Hides secrets in what a recording holds, and in requests that are looked up in one. Only texts change: the names of a
 * HAR's fields are its structure, and its numbers are sizes and times.
 */
final class HiddenSecrets {

  private final Redaction redaction;

  HiddenSecrets(Redaction redaction) {
    this.redaction = redaction;
  }

  MapValue in(MapValue map) {
    Map<String, Value> hidden = new LinkedHashMap<>();
    map.entries().forEach((name, value) -> hidden.put(name, in(value)));
    return Value.of(hidden);
  }

  URI in(URI url) {
    String text = url.toString();
    String hidden = redaction.text(text);
    return hidden.equals(text) ? url : URI.create(hidden);
  }

  private Value in(Value value) {
    return switch (value) {
      case TextValue text -> Value.of(redaction.text(text.value()));
      case ListValue list -> Value.of(list.items().stream().map(this::in).toList());
      case MapValue map -> in(map);
      case Value.NullValue other -> other;
      case Value.BoolValue other -> other;
      case Value.IntValue other -> other;
      case Value.BigIntValue other -> other;
      case Value.FloatValue other -> other;
    };
  }
}
