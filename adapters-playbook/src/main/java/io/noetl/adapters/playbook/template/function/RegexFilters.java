package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/** {@code regex_replace} and {@code regex_search}, as Ansible has them, with Python's notation. */
final class RegexFilters {

  private static final Signature SEARCH = Signature.of("regex_search", 0, "ignorecase", "multiline");

  private RegexFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("regex_replace", RegexFilters::replaced, 2, "pattern", "replacement", "ignorecase", "multiline", "count")
        .add("regex_search", RegexFilters::found);
  }

  private static PyValue replaced(Rendering rendering, PyValue value, Bound arguments) {
    String text = Printing.text(rendering, value);
    Regex regex = Regex.of(arguments.text(0), arguments.flag(2, false), arguments.flag(3, false));
    String replacement = arguments.text(1);
    int count = arguments.integer(4, 0);
    Matcher matcher = regex.matcher(rendering, text);
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (int i = 0; (count <= 0 || i < count) && matcher.find(); i++) {
      out.append(text, at, matcher.start());
      expand(regex, replacement, matcher, out);
      rendering.length(out.length());
      at = matcher.end();
    }
    return rendering.text(out.append(text, at, text.length()).toString());
  }

  /** Puts {@code \1}, {@code \g<1>} and {@code \g<name>} into a replacement. */
  private static void expand(Regex regex, String replacement, MatchResult match, StringBuilder out) {
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (c != '\\' || i + 1 == replacement.length()) {
        out.append(c);
        continue;
      }
      char next = replacement.charAt(++i);
      if (next >= '0' && next <= '9') {
        boolean two = i + 1 < replacement.length() && Character.isDigit(replacement.charAt(i + 1)) && next != '0';
        out.append(group(regex, match, replacement.substring(i, two ? i + 2 : i + 1)));
        i += two ? 1 : 0;
      } else if (replacement.startsWith("g<", i) && replacement.indexOf('>', i) > 0) {
        int close = replacement.indexOf('>', i);
        out.append(group(regex, match, replacement.substring(i + 2, close)));
        i = close;
      } else {
        out.append(switch (next) {
          case 'n' -> "\n";
          case 't' -> "\t";
          case 'r' -> "\r";
          case '\\' -> "\\";
          default -> "\\" + next;
        });
      }
    }
  }

  private static String group(Regex regex, MatchResult match, String name) {
    boolean number = name.length() < 4 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    Integer index = number && !name.isEmpty() ? Integer.valueOf(name) : regex.groups().get(name);
    if (index == null || index > match.groupCount()) {
      throw new EvaluationException("the pattern has no group '" + name + "'");
    }
    String text = match.group(index);
    return text == null ? "" : text;
  }

  /** The match, none without one; with group names behind the pattern, the list of those groups. */
  private static PyValue found(Rendering rendering, PyValue value, Arguments arguments) {
    if (arguments.positional().isEmpty() || !(arguments.positional().getFirst() instanceof PyText pattern)) {
      throw new EvaluationException("'regex_search' needs a pattern as its first argument");
    }
    Bound flags = SEARCH.bind(new Arguments(List.of(), Map.copyOf(arguments.named())));
    Regex regex = Regex.of(pattern.value(), flags.flag(0, false), flags.flag(1, false));
    Matcher matcher = regex.matcher(rendering, Printing.text(rendering, value));
    if (!matcher.find()) {
      return PyNone.NONE;
    }
    List<PyValue> names = arguments.from(1).positional();
    if (names.isEmpty()) {
      return rendering.text(matcher.group());
    }
    rendering.container(names.size());
    List<PyValue> groups = new ArrayList<>(names.size());
    for (PyValue name : names) {
      StringBuilder out = new StringBuilder();
      expand(regex, Printing.text(rendering, name), matcher, out);
      groups.add(PyText.of(out.toString()));
    }
    return new PyList(groups);
  }
}
