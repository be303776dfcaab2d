package io.noetl.domain.value;

import io.noetl.domain.value.Value.BigIntValue;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.Map;

/**
 * Writes values as JSON text (RFC 8259). Control characters, the quote and the backslash are escaped; everything else
 * stands as itself.
 */
public final class JsonWriter {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out;
  private final int indent;

  private JsonWriter(StringBuilder out, int indent) {
    this.out = out;
    this.indent = indent;
  }

  /** The compact text: no white space outside strings. */
  public static String write(Value value) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, 0).value(value, 0);
    return out.toString();
  }

  /** The text over several lines, two spaces deeper a level, without a line break at the end. */
  public static String writeIndented(Value value) {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out, 2).value(value, 0);
    return out.toString();
  }

  private void value(Value value, int depth) {
    switch (value) {
      case NullValue n -> out.append("null");
      case BoolValue b -> out.append(b.value());
      case IntValue i -> out.append(i.value());
      case BigIntValue i -> out.append(i.value());
      case FloatValue f -> out.append(FloatText.of(f.value()));
      case TextValue t -> text(t.value());
      case ListValue list -> list(list, depth);
      case MapValue map -> map(map, depth);
    }
  }

  private void list(ListValue list, int depth) {
    out.append('[');
    boolean first = true;
    for (Value item : list.items()) {
      separate(first, depth + 1);
      value(item, depth + 1);
      first = false;
    }
    close(first, depth, ']');
  }

  private void map(MapValue map, int depth) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      separate(first, depth + 1);
      text(entry.getKey());
      out.append(indent > 0 ? ": " : ":");
      value(entry.getValue(), depth + 1);
      first = false;
    }
    close(first, depth, '}');
  }

  private void separate(boolean first, int depth) {
    if (!first) {
      out.append(',');
    }
    newLine(depth);
  }

  private void close(boolean empty, int depth, char bracket) {
    if (!empty) {
      newLine(depth);
    }
    out.append(bracket);
  }

  private void newLine(int depth) {
    if (indent > 0) {
      out.append('\n').append(" ".repeat(indent * depth));
    }
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < 0x20 || c == 0x7f) {
            escape(c);
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
