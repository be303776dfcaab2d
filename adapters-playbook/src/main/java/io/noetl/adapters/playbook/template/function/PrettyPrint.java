package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.CodePoints;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PySequence;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.ArrayList;
import java.util.List;

/**
 * Python's {@code pprint.pformat}: the representation with sorted keys, over several lines where it is wider than 80
 * columns.
 */
final class PrettyPrint {

  private static final int WIDTH = 80;

  private final Rendering rendering;
  private final StringBuilder out = new StringBuilder();

  private PrettyPrint(Rendering rendering) {
    this.rendering = rendering;
  }

  static String of(Rendering rendering, PyValue value) {
    PrettyPrint print = new PrettyPrint(rendering);
    print.value(print.sorted(value), 0, 0, 1);
    return print.out.toString();
  }

  /** The value with the keys of all its maps sorted. */
  private PyValue sorted(PyValue value) {
    rendering.enterValue();
    PyValue result = switch (value) {
      case PyDict dict -> {
        PyDict copy = new PyDict();
        List<PyDict.Entry> entries = dict.entries();
        entries.sort((a, b) -> compareKeys(a.key(), b.key()));
        for (PyDict.Entry entry : entries) {
          rendering.elements(1);
          copy.put(entry.key(), sorted(entry.value()));
        }
        yield copy;
      }
      case PyList list -> new PyList(sortedItems(list));
      case PyTuple tuple when tuple.names().isEmpty() -> new PyTuple(sortedItems(tuple), tuple.names());
      default -> value;
    };
    rendering.leaveValue();
    return result;
  }

  private List<PyValue> sortedItems(PySequence sequence) {
    rendering.elements(sequence.size());
    List<PyValue> items = new ArrayList<>(sequence.size());
    for (int i = 0; i < sequence.size(); i++) {
      items.add(sorted(sequence.get(i)));
    }
    return items;
  }

  private static int compareKeys(PyValue a, PyValue b) {
    if (a instanceof PyText x && b instanceof PyText y) {
      return CodePoints.compare(x.value(), y.value());
    }
    Integer order = Numbers.isNumber(a) && Numbers.isNumber(b) ? Numbers.compare(a, b) : null;
    return order == null ? a.typeName().compareTo(b.typeName()) : order;
  }

  private void value(PyValue value, int indent, int allowance, int level) {
    rendering.step();
    String whole = Printing.representation(rendering, value);
    if (CodePoints.length(whole) <= WIDTH - indent - allowance) {
      out.append(whole);
      return;
    }
    rendering.enterValue();
    switch (value) {
      case PyDict dict when dict.size() > 0 -> entries(dict.entries(), indent + 1, allowance + 1, level + 1);
      case PyList list -> items("[", list, "]", indent + 1, allowance, level + 1);
      case PyTuple tuple when tuple.names().isEmpty() -> items("(", tuple, tuple.size() == 1 ? ",)" : ")", indent + 1, allowance, level + 1);
      case PyText text when !text.value().isEmpty() -> text(text.value(), indent, allowance, level);
      default -> out.append(whole);
    }
    rendering.leaveValue();
    rendering.length(out.length());
  }

  private void entries(List<PyDict.Entry> entries, int indent, int allowance, int level) {
    out.append('{');
    for (int i = 0; i < entries.size(); i++) {
      boolean last = i == entries.size() - 1;
      String key = Printing.representation(rendering, entries.get(i).key());
      out.append(key).append(": ");
      value(entries.get(i).value(), indent + CodePoints.length(key) + 2, last ? allowance : 1, level);
      out.append(last ? "" : ",\n" + " ".repeat(indent));
    }
    out.append('}');
  }

  private void items(String open, PySequence items, String close, int indent, int allowance, int level) {
    out.append(open);
    for (int i = 0; i < items.size(); i++) {
      boolean last = i == items.size() - 1;
      value(items.get(i), indent, last ? allowance + close.length() : 1, level);
      out.append(last ? "" : ",\n" + " ".repeat(indent));
    }
    out.append(close);
  }

  /** A long string as several literals, broken behind line ends and white space. */
  private void text(String text, int givenIndent, int givenAllowance, int level) {
    boolean top = level == 1;
    int indent = top ? givenIndent + 1 : givenIndent;
    int allowance = top ? givenAllowance + 1 : givenAllowance;
    List<String> chunks = new ArrayList<>();
    List<String> lines = Texts.lines(rendering, text, true);
    for (int i = 0; i < lines.size(); i++) {
      boolean lastLine = i == lines.size() - 1;
      String whole = literal(lines.get(i));
      if (CodePoints.length(whole) <= WIDTH - indent - (lastLine ? allowance : 0)) {
        chunks.add(whole);
      } else {
        parts(lines.get(i), WIDTH - indent, lastLine ? allowance : 0, chunks);
      }
    }
    String joined = String.join("\n" + " ".repeat(indent), chunks);
    out.append(top && chunks.size() > 1 ? "(" + joined + ")" : joined);
  }

  private void parts(String line, int width, int allowance, List<String> chunks) {
    String current = "";
    int at = 0;
    while (at < line.length()) {
      int end = at;
      while (end < line.length() && !WhiteSpace.is(line.charAt(end))) {
        end++;
      }
      while (end < line.length() && WhiteSpace.is(line.charAt(end))) {
        end++;
      }
      String part = line.substring(at, end);
      int room = end == line.length() ? width - allowance : width;
      if (CodePoints.length(literal(current + part)) > room && !current.isEmpty()) {
        chunks.add(literal(current));
        current = part;
      } else {
        current += part;
      }
      at = end;
    }
    if (!current.isEmpty()) {
      chunks.add(literal(current));
    }
  }

  private String literal(String text) {
    return Printing.representation(rendering, PyText.of(text));
  }
}
