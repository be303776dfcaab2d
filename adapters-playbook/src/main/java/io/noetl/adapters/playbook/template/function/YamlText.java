package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.JsonText;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyFloat;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PySequence;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.List;
import java.util.Set;

/**
 * {@code to_yaml}: YAML in block style, keys in their order, no line folded. Strings that YAML 1.1 would read as anything
 * else are quoted; those with line breaks are in double quotes.
 */
final class YamlText {

  private static final Set<String> WORDS = Set.of("", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n");

  private static final JsonText.Layout QUOTED = JsonText.Layout.of(null, false, false);

  private final Rendering rendering;
  private final StringBuilder out = new StringBuilder();

  private YamlText(Rendering rendering) {
    this.rendering = rendering;
  }

  static PyText of(Rendering rendering, PyValue value) {
    YamlText writer = new YamlText(rendering);
    if (!writer.block(value, 0)) {
      writer.out.append(writer.scalar(value)).append('\n');
    }
    return rendering.text(writer.out.toString());
  }

  /** Writes a container that is not empty, its first line where the text stands; false for all else. */
  private boolean block(PyValue value, int indent) {
    rendering.step();
    rendering.length(out.length());
    if (value instanceof PyDict dict && dict.size() > 0) {
      rendering.enterValue();
      entries(dict.entries(), indent);
      rendering.leaveValue();
      return true;
    }
    if ((value instanceof PyList || value instanceof PyTuple) && ((PySequence) value).size() > 0) {
      rendering.enterValue();
      items((PySequence) value, indent);
      rendering.leaveValue();
      return true;
    }
    return false;
  }

  private void entries(List<PyDict.Entry> entries, int indent) {
    for (int i = 0; i < entries.size(); i++) {
      out.append(i == 0 ? "" : " ".repeat(indent)).append(scalar(entries.get(i).key())).append(':');
      PyValue value = entries.get(i).value();
      boolean list = value instanceof PySequence;
      int mark = out.length();
      int inner = list ? indent : indent + 2;
      if (block(value, inner)) {
        out.insert(mark, "\n" + " ".repeat(inner));
      } else {
        out.append(' ').append(scalar(value)).append('\n');
      }
    }
  }

  private void items(PySequence items, int indent) {
    for (int i = 0; i < items.size(); i++) {
      out.append(i == 0 ? "" : " ".repeat(indent)).append("- ");
      if (!block(items.get(i), indent + 2)) {
        out.append(scalar(items.get(i))).append('\n');
      }
    }
  }

  private String scalar(PyValue value) {
    return switch (value) {
      case PyNone none -> "null";
      case PyBool bool -> bool.value() ? "true" : "false";
      case PyInteger integer -> Printing.digits(integer.big());
      case PyFloat number -> number(number.value());
      case PyText text -> text(text.value());
      case PyDict dict -> "{}";
      case PyList list -> "[]";
      case PyTuple tuple -> "[]";
      case PyUndefined undefined -> throw undefined.failure();
      default -> throw new EvaluationException(value.described() + " is no YAML value");
    };
  }

  private String number(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    String text = Printing.text(rendering, new PyFloat(value));
    return text.indexOf('e') > 0 && text.indexOf('.') < 0 ? text.replace("e", ".0e") : text;
  }

  private String text(String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff)) {
      return escaped(JsonText.of(rendering, PyText.of(text), QUOTED).value());
    }
    return isPlain(text) ? text : "'" + text.replace("'", "''") + "'";
  }

  /** JSON leaves some characters as they are that YAML does not allow, or takes for the end of a line. */
  private static String escaped(String json) {
    return json
        .replace("\u007f", "\\x7f")
        .replace("\u0085", "\\N")
        .replace("\u2028", "\\L")
        .replace("\u2029", "\\P")
        .replace("\ufeff", "\\ufeff");
  }

  /** Whether YAML reads the bare text as this very string. */
  private static boolean isPlain(String text) {
    if (WORDS.contains(LetterCase.lower(text)) || text.isBlank()) {
      return false;
    }
    char first = text.charAt(0);
    boolean numberLike = Character.isDigit(first) || "+-.".indexOf(first) >= 0;
    boolean indicator = "-?:,[]{}#&*!|>'\"%@`=<".indexOf(first) >= 0;
    boolean spaced = first == ' ' || text.endsWith(" ") || text.endsWith(":");
    return !numberLike && !indicator && !spaced && !text.contains(": ") && !text.contains(" #");
  }
}
