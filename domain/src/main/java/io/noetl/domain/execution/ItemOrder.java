package io.noetl.domain.execution;

import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.LoopLimits;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BigIntValue;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Sorts the items of a loop by their keys: numbers before texts, texts by their code points, null last. A key that is a
 * list is compared element by element. The sort is stable.
 */
final class ItemOrder {

  private final Loop loop;
  private final LoopLimits.Order order;
  private final Scope scope;
  private final Rendering rendering;
  private final Plan plan;

  ItemOrder(Loop loop, LoopLimits.Order order, Scope scope, Rendering rendering, Plan plan) {
    this.loop = loop;
    this.order = order;
    this.scope = scope;
    this.rendering = rendering;
    this.plan = plan;
  }

  private record Keyed(Value key, Value item) {}

  List<Value> sorted(List<Value> items) {
    List<Keyed> keyed = new ArrayList<>(items.size());
    for (Value item : items) {
      Value key = rendering.text(order.key(), scope.inner().bind(loop.iterator(), item));
      if (key instanceof MapValue) {
        String error = "'order_by' must yield a number, a text or a list of those, but it is a map";
        rendering.fail(new StepOutcome.Failed(error, plan.at(order.key().start()), null, false));
      }
      keyed.add(new Keyed(key, item));
    }
    Comparator<Keyed> byKey = (a, b) -> compare(a.key(), b.key());
    keyed.sort(order.descending() ? Collections.reverseOrder(byKey) : byKey);
    return keyed.stream().map(Keyed::item).toList();
  }

  private static int compare(Value one, Value other) {
    int ranks = Integer.compare(rank(one), rank(other));
    if (ranks != 0) {
      return ranks;
    }
    if (one instanceof TextValue a && other instanceof TextValue b) {
      return compareCodePoints(a.value(), b.value());
    }
    if (one instanceof ListValue a && other instanceof ListValue b) {
      return compareLists(a.items(), b.items());
    }
    return rank(one) == 0 ? number(one).compareTo(number(other)) : 0;
  }

  private static int compareLists(List<Value> one, List<Value> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int result = compare(one.get(i), other.get(i));
      if (result != 0) {
        return result;
      }
    }
    return Integer.compare(one.size(), other.size());
  }

  /** UTF-16 orders characters beyond the basic plane before U+E000; code points do not. */
  private static int compareCodePoints(String one, String other) {
    int end = Math.min(one.length(), other.length());
    for (int i = 0; i < end; i++) {
      char a = one.charAt(i);
      char b = other.charAt(i);
      if (a != b) {
        boolean mixed = Character.isSurrogate(a) != Character.isSurrogate(b);
        return mixed ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
      }
    }
    return Integer.compare(one.length(), other.length());
  }

  private static int rank(Value value) {
    return switch (value) {
      case BoolValue b -> 0;
      case IntValue i -> 0;
      case BigIntValue i -> 0;
      case FloatValue f -> 0;
      case TextValue t -> 1;
      case ListValue l -> 2;
      case MapValue m -> 3;
      case NullValue n -> 4;
    };
  }

  private static BigDecimal number(Value value) {
    return switch (value) {
      case BoolValue b -> b.value() ? BigDecimal.ONE : BigDecimal.ZERO;
      case IntValue i -> BigDecimal.valueOf(i.value());
      case BigIntValue i -> new BigDecimal(i.value());
      case FloatValue f -> BigDecimal.valueOf(f.value());
      case TextValue t -> BigDecimal.ZERO;
      case ListValue l -> BigDecimal.ZERO;
      case MapValue m -> BigDecimal.ZERO;
      case NullValue n -> BigDecimal.ZERO;
    };
  }
}
