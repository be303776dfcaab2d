package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Markup;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.ValueFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code str.format}, after https://docs.python.org/3/library/string.html#format-string-syntax. */
final class BraceFormat {

  private static final int MAX_DEPTH = 2;

  private final Rendering rendering;
  private final Arguments arguments;
  private final boolean safe;
  private int automatic;
  private boolean numbered;

  private BraceFormat(Rendering rendering, Arguments arguments, boolean safe) {
    this.rendering = rendering;
    this.safe = safe;
    this.arguments = arguments;
  }

  static PyValue format(Rendering rendering, PyText format, Arguments arguments) {
    return Texts.like(rendering, format, new BraceFormat(rendering, arguments, format.safe()).formatted(format.value(), 0));
  }

  /** {@code mapping} is only looked at for the first name. */
  static PyValue formatMap(Rendering rendering, PyText format, PyValue mapping) {
    Map<String, PyValue> named = new LinkedHashMap<>();
    if (mapping instanceof PyDict dict) {
      for (PyDict.Entry entry : dict.entries()) {
        if (entry.key() instanceof PyText key) {
          named.put(key.value(), entry.value());
        }
      }
    }
    return format(rendering, format, new Arguments(List.of(), named));
  }

  private String formatted(String format, int depth) {
    if (depth == MAX_DEPTH) {
      throw new EvaluationException("replacement fields of a format string nest too deeply");
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at);
      boolean doubled = at + 1 < format.length() && format.charAt(at + 1) == c;
      if (c == '{' && !doubled) {
        int end = fieldEnd(format, at + 1);
        out.append(field(format.substring(at + 1, end), depth));
        rendering.length(out.length());
        at = end + 1;
      } else if (c == '}' && !doubled) {
        throw new EvaluationException("a single '}' in a format string");
      } else {
        out.append(c);
        at += c == '{' || c == '}' ? 2 : 1;
      }
    }
    return out.toString();
  }

  private static int fieldEnd(String format, int from) {
    int open = 1;
    boolean bracket = false;
    for (int i = from; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '[') {
        bracket = true;
      } else if (c == ']') {
        bracket = false;
      } else if (!bracket && c == '{') {
        open++;
      } else if (!bracket && c == '}' && --open == 0) {
        return i;
      }
    }
    throw new EvaluationException("a '{' without its '}' in a format string");
  }

  private String field(String field, int depth) {
    int end = nameEnd(field);
    PyValue value = resolved(field.substring(0, end));
    int at = end;
    if (at < field.length() && field.charAt(at) == '!') {
      if (at + 1 == field.length() || (at + 2 < field.length() && field.charAt(at + 2) != ':')) {
        throw new EvaluationException("a conversion in a format string is one of !s, !r, !a");
      }
      value = converted(value, field.charAt(at + 1));
      at += 2;
    }
    if (value instanceof PyUndefined undefined) {
      undefined.use();
    }
    String specification = at < field.length() ? formatted(field.substring(at + 1), depth + 1) : "";
    String text = ValueFormat.format(rendering, value, specification);
    return safe && !(value instanceof PyText markup && markup.safe()) ? Markup.escape(text) : text;
  }

  private static int nameEnd(String field) {
    boolean bracket = false;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      bracket = c == '[' || (bracket && c != ']');
      if (!bracket && (c == '!' || c == ':')) {
        return i;
      }
    }
    return field.length();
  }

  private PyValue converted(PyValue value, char conversion) {
    return switch (conversion) {
      case 's' -> PyText.of(Printing.text(rendering, value));
      case 'r' -> PyText.of(Printing.representation(rendering, value));
      case 'a' -> PyText.of(Printing.ascii(rendering, value));
      default -> throw new EvaluationException("unknown conversion '!" + conversion + "' in a format string");
    };
  }

  private PyValue resolved(String path) {
    int at = 0;
    while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') {
      at++;
    }
    PyValue value = argument(path.substring(0, at));
    while (at < path.length()) {
      if (path.charAt(at) == '.') {
        int end = at + 1;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
        value = attribute(value, path.substring(at + 1, end));
        at = end;
      } else {
        int end = path.indexOf(']', at);
        if (end < 0) {
          throw new EvaluationException("a '[' without its ']' in a format string");
        }
        value = defined(Members.subscript(rendering, value, key(path.substring(at + 1, end))));
        at = end + 1;
      }
    }
    return value;
  }

  private static PyValue defined(PyValue value) {
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    return value;
  }

  /** An attribute in Python's sense: the key of a map is none. */
  private static PyValue attribute(PyValue value, String name) {
    PyValue attribute = Members.ownAttribute(defined(value), name);
    if (attribute == null) {
      throw new EvaluationException(value.described() + " has no attribute '" + name + "'; write ["
          + name + "] for a key");
    }
    return attribute;
  }

  private static PyValue key(String text) {
    return isNumber(text) ? PyInteger.of(Integer.parseInt(text)) : PyText.of(text);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private PyValue argument(String name) {
    if (name.isEmpty() || isNumber(name)) {
      if (name.isEmpty() ? numbered : automatic > 0) {
        throw new EvaluationException("a format string cannot mix '{}' and '{0}'");
      }
      numbered |= !name.isEmpty();
      int index = name.isEmpty() ? automatic++ : Integer.parseInt(name);
      if (index >= arguments.positional().size()) {
        throw new EvaluationException("the format string needs argument " + index + ", "
            + arguments.positional().size() + " given");
      }
      return arguments.positional().get(index);
    }
    PyValue value = arguments.named().get(name);
    if (value == null) {
      throw new EvaluationException("the format string needs an argument '" + name + "'");
    }
    return value;
  }
}
