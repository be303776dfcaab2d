package io.noetl.adapters.cli.query;

import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON array with an object per row, each on a line of its own. A column name that repeats gets a number. */
public final class JsonSink implements AnswerSink {

  private final PrintStream out;
  private List<String> keys = List.of();
  private boolean empty = true;

  public JsonSink(PrintStream out) {
    this.out = out;
  }

  @Override
  public void columns(List<String> names) {
    keys = unique(names);
    out.print('[');
  }

  @Override
  public void row(List<Value> values) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (int column = 0; column < values.size(); column++) {
      entries.put(keys.get(column), values.get(column));
    }
    out.print((empty ? "\n" : ",\n") + JsonWriter.write(Value.of(entries)));
    empty = false;
  }

  @Override
  public void finish() {
    out.print(empty ? "]\n" : "\n]\n");
  }

  private static List<String> unique(List<String> names) {
    Set<String> taken = new HashSet<>(names);
    Set<String> used = new HashSet<>();
    List<String> keys = new ArrayList<>();
    for (String name : names) {
      String key = name;
      for (int number = 2; used.contains(key); number++) {
        String numbered = name + "_" + number;
        key = taken.contains(numbered) ? key : numbered;
      }
      used.add(key);
      keys.add(key);
    }
    return keys;
  }
}
