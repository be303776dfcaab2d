package io.noetl.domain.value;

import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of the JSON model: null, boolean, integer of any size, finite floating point number, text, list, or map with
 * text keys in insertion order. Values are immutable; equal values are equal as JSON except that an integer never equals
 * a floating point number.
 */
public sealed interface Value {

  /** JSON {@code null}. */
  NullValue NULL = NullValue.INSTANCE;

  BoolValue TRUE = new BoolValue(true);

  BoolValue FALSE = new BoolValue(false);

  TextValue EMPTY_TEXT = new TextValue("");

  ListValue EMPTY_LIST = new ListValue(List.of());

  MapValue EMPTY_MAP = new MapValue(Map.of());

  /** The only null. */
  enum NullValue implements Value {
    INSTANCE
  }

  /** {@code true} or {@code false}. */
  record BoolValue(boolean value) implements Value {}

  /** An integer in the range of a long. */
  record IntValue(long value) implements Value {}

  /** An integer outside the range of a long; {@link Value#of(BigInteger)} picks the right one of the two. */
  record BigIntValue(BigInteger value) implements Value {
    public BigIntValue {
      if (value.bitLength() < Long.SIZE) {
        throw new IllegalArgumentException(value + " fits a long; use IntValue");
      }
    }
  }

  /** A finite double; NaN and the infinities are no JSON. */
  record FloatValue(double value) implements Value {
    public FloatValue {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(value + " is not a JSON number");
      }
    }
  }

  /** Unicode text; a lone surrogate in what it is made of becomes U+FFFD. */
  record TextValue(String value) implements Value {
    public TextValue {
      value = UnicodeText.of(value);
    }
  }

  /** An immutable list. */
  record ListValue(List<Value> items) implements Value {
    public ListValue {
      items = List.copyOf(items);
    }
  }

  /** An immutable map that keeps the order in which its entries were given; its keys are Unicode text as well. */
  record MapValue(Map<String, Value> entries) implements Value {
    public MapValue {
      Map<String, Value> copy = LinkedHashMap.newLinkedHashMap(entries.size());
      entries.forEach((key, value) -> copy.put(UnicodeText.of(key), value));
      entries = Collections.unmodifiableMap(copy);
    }

    /** The value under {@code key}, or {@link Value#NULL} when there is none. */
    public Value valueOf(String key) {
      return entries.getOrDefault(key, NULL);
    }
  }

  static BoolValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  static IntValue of(long value) {
    return new IntValue(value);
  }

  static Value of(BigInteger value) {
    return value.bitLength() < Long.SIZE ? new IntValue(value.longValue()) : new BigIntValue(value);
  }

  static FloatValue of(double value) {
    return new FloatValue(value);
  }

  static TextValue of(String value) {
    return value.isEmpty() ? EMPTY_TEXT : new TextValue(value);
  }

  static ListValue of(List<Value> items) {
    return items.isEmpty() ? EMPTY_LIST : new ListValue(items);
  }

  static MapValue of(Map<String, Value> entries) {
    return entries.isEmpty() ? EMPTY_MAP : new MapValue(entries);
  }

  /** What the kind of a value is called in messages: {@code null}, {@code boolean}, {@code text} and so on. */
  static String kindOf(Value value) {
    return switch (value) {
      case NullValue n -> "null";
      case BoolValue b -> "boolean";
      case IntValue i -> "integer";
      case BigIntValue i -> "integer";
      case FloatValue f -> "number";
      case TextValue t -> "text";
      case ListValue l -> "list";
      case MapValue m -> "map";
    };
  }
}
