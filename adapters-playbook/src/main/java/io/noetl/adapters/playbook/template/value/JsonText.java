package io.noetl.adapters.playbook.template.value;

import io.noetl.domain.value.FloatText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON text as Python's {@code json.dumps} writes it: {@code ", "} and {@code ": "}, escapes beyond ASCII. */
public final class JsonText {

  private static final String HEX = "0123456789abcdef";

  /**
   * How to write.
   *
   * @param indent white space per level, or null for one line
   * @param sortKeys whether keys are sorted
   * @param ascii whether everything beyond ASCII is escaped
   */
  public record Layout(@Nullable String indent, boolean sortKeys, boolean ascii, String itemSeparator, String keySeparator) {

    public static Layout of(@Nullable String indent, boolean sortKeys, boolean ascii) {
      return new Layout(indent, sortKeys, ascii, indent == null ? ", " : ",", ": ");
    }
  }

  private final Rendering rendering;
  private final Layout layout;
  private final StringBuilder out = new StringBuilder();

  private JsonText(Rendering rendering, Layout layout) {
    this.rendering = rendering;
    this.layout = layout;
  }

  public static PyText of(Rendering rendering, PyValue value, Layout layout) {
    JsonText writer = new JsonText(rendering, layout);
    writer.value(value, 0);
    return rendering.text(writer.out.toString());
  }

  private void value(PyValue value, int depth) {
    rendering.step();
    switch (value) {
      case PyNone none -> out.append("null");
      case PyBool bool -> out.append(bool.value());
      case PyInteger.Small integer -> out.append(integer.value());
      case PyInteger.Big integer -> out.append(Printing.digits(integer.big()));
      case PyFloat number -> out.append(number(number.value()));
      case PyText text -> text(text.value());
      case PyList list -> list(list, depth);
      case PyTuple tuple -> list(tuple, depth);
      case PyDict dict -> map(dict, depth);
      case PyUndefined undefined -> throw undefined.failure();
      case PyIterator iterator -> throw new EvaluationException(
          iterator.described() + " is no JSON value; put '| list' before");
      default -> throw new EvaluationException(value.described() + " is no JSON value");
    }
    rendering.length(out.length());
  }

  private void list(PySequence items, int depth) {
    rendering.enterValue();
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      separate(i == 0, depth + 1);
      value(items.get(i), depth + 1);
    }
    close(items.size() == 0, depth, ']');
    rendering.leaveValue();
  }

  private void map(PyDict dict, int depth) {
    rendering.enterValue();
    out.append('{');
    boolean first = true;
    for (PyDict.Entry entry : ordered(dict)) {
      separate(first, depth + 1);
      text(key(entry.key()));
      out.append(layout.keySeparator());
      value(entry.value(), depth + 1);
      first = false;
    }
    close(first, depth, '}');
    rendering.leaveValue();
  }

  private List<PyDict.Entry> ordered(PyDict dict) {
    List<PyDict.Entry> entries = dict.entries();
    if (layout.sortKeys()) {
      entries = new ArrayList<>(entries);
      entries.sort(Comparator.comparing(entry -> key(entry.key()), CodePoints::compare));
    }
    return entries;
  }

  private void separate(boolean first, int depth) {
    if (!first) {
      out.append(layout.itemSeparator());
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
    String indent = layout.indent();
    if (indent != null) {
      rendering.length(out.length() + (long) indent.length() * depth);
      out.append('\n').append(indent.repeat(depth));
    }
  }

  /** The text of a key: strings as they are, numbers, booleans and None as JSON writes them. */
  static String key(PyValue key) {
    return switch (key) {
      case PyText text -> text.value();
      case PyBool bool -> bool.value() ? "true" : "false";
      case PyNone none -> "null";
      case PyInteger integer -> Printing.digits(integer.big());
      case PyFloat number -> number(number.value());
      default -> throw new EvaluationException(key.described() + " cannot be the key of a JSON object");
    };
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    return Double.isInfinite(value) ? (value > 0 ? "Infinity" : "-Infinity") : FloatText.of(value);
  }

  private void text(String text) {
    rendering.length(out.length() + (long) text.length());
    out.append('"');
    int plain = plainLength(text);
    out.append(text, 0, plain);
    for (int i = plain; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  /** How many characters at the beginning stand for themselves. */
  private static int plainLength(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
        return i;
      }
    }
    return text.length();
  }

  private void character(char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\f' -> out.append("\\f");
      case '\b' -> out.append("\\b");
      default -> {
        if (c < 0x20 || (layout.ascii() && c > 0x7e)) {
          escape(c);
        } else {
          out.append(c);
        }
      }
    }
  }

  private void escape(char c) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xf));
    }
  }
}
