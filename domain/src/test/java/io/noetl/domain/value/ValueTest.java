package io.noetl.domain.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValueTest {

  @Test
  void an_integer_is_never_equal_to_a_floating_point_number() {
    assertThat((Value) Value.of(1)).isNotEqualTo(Value.of(1.0));
  }

  @Test
  void an_integer_has_one_representation() {
    assertThat(Value.of(BigInteger.TEN)).isEqualTo(Value.of(10));
    assertThat(Value.of(new BigInteger("9223372036854775808"))).isInstanceOf(Value.BigIntValue.class);
    assertThatThrownBy(() -> new Value.BigIntValue(BigInteger.TEN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("10 fits a long; use IntValue");
  }

  @Test
  void a_number_is_finite() {
    assertThatThrownBy(() -> Value.of(Double.NaN)).hasMessage("NaN is not a JSON number");
    assertThatThrownBy(() -> Value.of(Double.NEGATIVE_INFINITY)).hasMessage("-Infinity is not a JSON number");
  }

  @Test
  void lists_and_maps_are_copied_and_cannot_be_changed() {
    List<Value> items = new ArrayList<>(List.of(Value.of(1)));
    Map<String, Value> entries = new LinkedHashMap<>(Map.of("k", Value.of(1)));
    Value.ListValue list = Value.of(items);
    Value.MapValue map = Value.of(entries);
    items.add(Value.NULL);
    entries.put("l", Value.NULL);

    assertThat(list.items()).containsExactly(Value.of(1));
    assertThat(map.entries()).containsExactly(Map.entry("k", Value.of(1)));
    assertThatThrownBy(() -> list.items().add(Value.NULL)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> map.entries().put("x", Value.NULL)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_map_keeps_the_order_of_its_entries_and_answers_null_for_a_key_it_lacks() {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("b", Value.of(1));
    entries.put("a", Value.of(2));

    assertThat(Value.of(entries).entries().keySet()).containsExactly("b", "a");
    assertThat((Value) Value.of(entries).valueOf("a")).isEqualTo(Value.of(2));
    assertThat((Value) Value.of(entries).valueOf("c")).isEqualTo(Value.NULL);
  }

  @Test
  void every_kind_has_its_name() {
    assertThat(
            List.of(
                Value.kindOf(Value.NULL),
                Value.kindOf(Value.TRUE),
                Value.kindOf(Value.of(1)),
                Value.kindOf(Value.of(BigInteger.ONE.shiftLeft(64))),
                Value.kindOf(Value.of(1.5)),
                Value.kindOf(Value.of("")),
                Value.kindOf(Value.EMPTY_LIST),
                Value.kindOf(Value.EMPTY_MAP)))
        .containsExactly("null", "boolean", "integer", "integer", "number", "text", "list", "map");
  }
}
