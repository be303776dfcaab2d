package io.noetl.adapters.playbook.template.value;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A dictionary: a view of an immutable map of the playbook until something changes it (see {@link PyList}). Keys are
 * compared as Python does, through {@link HashKey}.
 */
public final class PyDict implements PyValue {

  private final @Nullable MapValue origin;
  private final boolean keeps;
  private @Nullable Map<Object, Entry> entries;

  /** A key as it was first given, and its value. */
  public record Entry(PyValue key, PyValue value) {}

  public PyDict() {
    this.origin = null;
    this.keeps = false;
    this.entries = new LinkedHashMap<>();
  }

  PyDict(MapValue origin, boolean keeps) {
    this.origin = origin;
    this.keeps = keeps;
  }

  public int size() {
    return entries != null || origin == null ? mutable().size() : origin.entries().size();
  }

  public @Nullable PyValue get(PyValue key) {
    return key instanceof PyText text ? get(text.value()) : entryValue(HashKey.of(key));
  }

  public @Nullable PyValue get(String key) {
    MapValue map = origin;
    if (entries != null || keeps || map == null) {
      return entryValue(key);
    }
    Value value = map.entries().get(key);
    return value == null ? null : Wrapping.wrap(value, false);
  }

  private @Nullable PyValue entryValue(Object hashKey) {
    Entry entry = mutable().get(hashKey);
    return entry == null ? null : entry.value();
  }

  public void put(PyValue key, PyValue value) {
    Object hashKey = HashKey.of(key);
    Entry before = mutable().get(hashKey);
    mutable().put(hashKey, new Entry(before == null ? key : before.key(), value));
  }

  public @Nullable PyValue remove(PyValue key) {
    Entry entry = mutable().remove(HashKey.of(key));
    return entry == null ? null : entry.value();
  }

  /** The keys as they are now. */
  public List<PyValue> keys() {
    List<PyValue> keys = new ArrayList<>(size());
    if (entries == null && origin != null) {
      for (String key : origin.entries().keySet()) {
        keys.add(PyText.of(key));
      }
      return keys;
    }
    for (Entry entry : mutable().values()) {
      keys.add(entry.key());
    }
    return keys;
  }

  /** The keys that are text. */
  public List<String> textKeys() {
    if (entries == null && origin != null) {
      return new ArrayList<>(origin.entries().keySet());
    }
    List<String> keys = new ArrayList<>(size());
    for (Entry entry : mutable().values()) {
      if (entry.key() instanceof PyText text) {
        keys.add(text.value());
      }
    }
    return keys;
  }

  /** The entries as they are now. */
  public List<Entry> entries() {
    MapValue map = origin;
    if (entries != null || keeps || map == null) {
      return new ArrayList<>(mutable().values());
    }
    List<Entry> list = new ArrayList<>(map.entries().size());
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      list.add(new Entry(PyText.of(entry.getKey()), Wrapping.wrap(entry.getValue(), false)));
    }
    return list;
  }

  /** The entries by canonical key as a map that may be changed. */
  public Map<Object, Entry> mutable() {
    Map<Object, Entry> own = entries;
    if (own == null) {
      own = new LinkedHashMap<>();
      if (origin != null) {
        for (Map.Entry<String, Value> entry : origin.entries().entrySet()) {
          own.put(entry.getKey(), new Entry(PyText.of(entry.getKey()), Wrapping.wrap(entry.getValue(), keeps)));
        }
      }
      entries = own;
    }
    return own;
  }

  /** The map of the playbook that this is a view of, as long as nothing can have changed it. */
  public @Nullable MapValue untouched() {
    return entries == null ? origin : null;
  }

  /** What makes this the same object as another view. */
  Object identity() {
    return origin == null ? this : origin;
  }

  @Override
  public String typeName() {
    return "dict";
  }
}
