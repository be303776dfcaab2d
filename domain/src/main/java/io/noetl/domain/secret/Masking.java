package io.noetl.domain.secret;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Hides secrets in the parts of one thing, an event say, and remembers which it found. Not for several threads. */
@SuppressWarnings("ReferenceEquality") // what is the same one has nothing hidden; equality would walk every level again
public final class Masking {

  /** How often a text may be encoded for a URL. */
  private static final int LAYERS = 3;

  /** How often a text may be written as JSON, beside the encodings that are looked for: each doubles its backslashes. */
  private static final int ESCAPES = 8;

  private final PatternIndex index;
  private final boolean idle;
  private final SortedSet<String> names = new TreeSet<>();

  Masking(PatternIndex index, boolean idle) {
    this.index = index;
    this.idle = idle;
  }

  /** The names of the secrets found so far, in their order. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(names);
  }

  /** See {@link Secrets#text}. */
  public String text(String text) {
    if (idle) {
      return text;
    }
    Hits hits = new Hits();
    TextView view = TextView.of(text);
    searchUnescaped(view, hits);
    for (int round = 0; round < LAYERS && view.isEncoded(); round++) {
      if (view.hasPlus()) {
        searchUnescaped(view.decoded(true), hits);
      }
      view = view.decoded(false);
      searchUnescaped(view, hits);
    }
    return hits.masked(text);
  }

  /** Looks at a text, and at what it says once its backslash escapes are undone, again and again while there are any. */
  private void searchUnescaped(TextView view, Hits hits) {
    search(view, hits);
    TextView outer = view;
    for (int round = 0; round < ESCAPES && outer.isEscaped(); round++) {
      TextView inner = outer.unescaped();
      if (inner.text().length() == outer.text().length()) {
        return;
      }
      search(inner, hits);
      outer = inner;
    }
  }

  private void search(TextView view, Hits hits) {
    index.search(
        view.text(),
        (pattern, start) -> {
          names.add(pattern.name());
          hits.add(view, pattern, start);
        });
  }

  /** See {@link Secrets#value}. */
  public Value value(Value value) {
    if (idle) {
      return value;
    }
    return switch (value) {
      case TextValue text -> {
        String masked = text(text.value());
        yield masked.equals(text.value()) ? value : Value.of(masked);
      }
      case ListValue list -> list(list);
      case MapValue map -> map(map);
      case Value.IntValue number -> number(number);
      case Value.BigIntValue number -> number(number);
      case Value.FloatValue number -> number(number);
      case Value.BoolValue bool -> bool;
      case Value.NullValue none -> none;
    };
  }

  /** See {@link Secrets#map}. */
  public MapValue map(MapValue map) {
    if (idle) {
      return map;
    }
    Map<String, Value> masked = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      String key = text(entry.getKey());
      Value value = value(entry.getValue());
      boolean same = key.equals(entry.getKey());
      changed |= !same || value != entry.getValue();
      masked.put(same ? key : unused(key, masked, map), value);
    }
    return changed ? Value.of(masked) : map;
  }

  /** Keys that differed in their secrets alone stay apart: {@code ***}, {@code *** (2)}. */
  private static String unused(String key, Map<String, Value> taken, MapValue original) {
    String free = key;
    for (int i = 2; taken.containsKey(free) || original.entries().containsKey(free); i++) {
      free = key + " (" + i + ")";
    }
    return free;
  }

  private Value list(ListValue list) {
    List<Value> masked = new ArrayList<>(list.items().size());
    boolean changed = false;
    for (Value item : list.items()) {
      Value value = value(item);
      changed |= value != item;
      masked.add(value);
    }
    return changed ? Value.of(masked) : list;
  }

  private Value number(Value number) {
    String written = JsonWriter.write(number);
    String masked = text(written);
    return masked.equals(written) ? number : Value.of(masked);
  }
}
