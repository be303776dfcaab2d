package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.regex.Flags;
import io.noetl.adapters.playbook.template.regex.Matcher;
import io.noetl.adapters.playbook.template.regex.PatternException;
import io.noetl.adapters.playbook.template.regex.RegularExpression;
import io.noetl.adapters.playbook.template.regex.Replacement;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.TextRepresentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code regex_replace}, {@code regex_search}, {@code regex_findall} and {@code regex_escape}, as Ansible has them. */
final class RegexFilters {

  private static final Signature SEARCH = Signature.of("regex_search", 0, "ignorecase", "multiline");

  private static final String SPECIAL = "()[]{}?*+-|^$\\.&~# \t\n\r\u000b\f";

  private static final String SPECIAL_POSIX = "].[^$*\\";

  private RegexFilters() {}

  static void addTo(MethodTable<PyValue> table) {
    table
        .addNamed("regex_replace", RegexFilters::replaced, 0, "pattern", "replacement", "ignorecase", "multiline", "count",
            "mandatory_count")
        .add("regex_search", RegexFilters::found)
        .addNamed("regex_findall", RegexFilters::all, 1, "regex", "multiline", "ignorecase")
        .addNamed("regex_escape", RegexFilters::escaped, 0, "re_type");
  }

  private static RegularExpression expression(Rendering rendering, String pattern, boolean ignoreCase, boolean multiline) {
    int flags = (ignoreCase ? Flags.IGNORE_CASE : Flags.NONE) | (multiline ? Flags.MULTILINE : Flags.NONE);
    try {
      return RegularExpression.of(rendering, pattern, flags);
    } catch (PatternException invalid) {
      throw new EvaluationException("the pattern " + quoted(pattern) + " is invalid: " + invalid.text());
    }
  }

  private static String quoted(String text) {
    return TextRepresentation.of(text.length() <= 80 ? text : text.substring(0, text.offsetByCodePoints(0, 60)) + "...");
  }

  private static PyValue replaced(Rendering rendering, PyValue value, Bound arguments) {
    String text = Printing.text(rendering, value);
    String pattern = arguments.text(0, "");
    RegularExpression expression = expression(rendering, pattern, arguments.flag(2, false), arguments.flag(3, false));
    Replacement replacement = replacement(arguments.text(1, ""), expression);
    int count = arguments.integer(4, 0);
    int mandatory = arguments.integer(5, 0);
    Matcher matcher = expression.matcher(rendering, text);
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    int done = 0;
    while ((count == 0 || done < count) && matcher.find()) {
      out.append(text, at, matcher.start());
      replacement.append(rendering, matcher, text, out);
      at = matcher.end();
      done++;
    }
    if (mandatory != 0 && mandatory != done) {
      throw new EvaluationException("the pattern " + quoted(pattern) + " should match " + mandatory + " times, but matches "
          + done + " times in " + quoted(text));
    }
    return rendering.text(out.append(text, at, text.length()).toString());
  }

  private static Replacement replacement(String source, RegularExpression expression) {
    try {
      return Replacement.of(source, expression);
    } catch (PatternException invalid) {
      throw new EvaluationException("the replacement " + quoted(source) + " is invalid: " + invalid.text());
    }
  }

  /** The match, none without one; with groups behind the pattern, the list of those groups. */
  private static PyValue found(Rendering rendering, PyValue value, Arguments arguments) {
    if (arguments.positional().isEmpty() || !(arguments.positional().getFirst() instanceof PyText pattern)) {
      throw new EvaluationException("'regex_search' needs a pattern as its first argument");
    }
    Bound flags = SEARCH.bind(new Arguments(List.of(), Map.copyOf(arguments.named())));
    RegularExpression expression = expression(rendering, pattern.value(), flags.flag(0, false), flags.flag(1, false));
    List<PyValue> wanted = arguments.from(1).positional();
    rendering.container(wanted.size());
    List<Integer> numbers = wanted.stream().map(name -> number(expression, Printing.text(rendering, name))).toList();
    Matcher matcher = expression.matcher(rendering, Printing.text(rendering, value));
    if (!matcher.find()) {
      return PyNone.NONE;
    }
    if (numbers.isEmpty()) {
      return group(rendering, matcher, 0, PyNone.NONE);
    }
    List<PyValue> groups = new ArrayList<>(numbers.size());
    for (int number : numbers) {
      groups.add(group(rendering, matcher, number, PyNone.NONE));
    }
    return new PyList(groups);
  }

  private static PyValue group(Rendering rendering, Matcher matcher, int number, PyValue absent) {
    String text = matcher.group(number);
    return text == null ? absent : rendering.text(text);
  }

  /** The group that {@code \1}, {@code \g<1>} or {@code \g<name>} says. */
  private static int number(RegularExpression expression, String reference) {
    boolean named = reference.startsWith("\\g<") && reference.endsWith(">");
    if (!named && !reference.startsWith("\\")) {
      throw new EvaluationException("'regex_search' takes groups as '\\\\1' or '\\\\g<name>' behind its pattern, found "
          + quoted(reference));
    }
    String name = named ? reference.substring(3, reference.length() - 1) : reference.substring(1);
    Integer number = digits(name);
    if (number == null && named) {
      number = expression.names().get(name);
    }
    if (number == null || number > expression.groups()) {
      throw new EvaluationException("the pattern has no group " + quoted(name));
    }
    return number;
  }

  private static @Nullable Integer digits(String name) {
    boolean isNumber = !name.isEmpty() && name.length() < 6 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.valueOf(name) : null;
  }

  /** As {@code re.findall}: the matches, or their group, or tuples of their groups. */
  private static PyValue all(Rendering rendering, PyValue value, Bound arguments) {
    RegularExpression expression =
        expression(rendering, arguments.text(0), arguments.flag(2, false), arguments.flag(1, false));
    Matcher matcher = expression.matcher(rendering, Printing.text(rendering, value));
    List<PyValue> matches = new ArrayList<>();
    rendering.container(0);
    while (matcher.find()) {
      rendering.elements(1);
      matches.add(expression.groups() < 2
          ? group(rendering, matcher, expression.groups(), PyText.EMPTY)
          : groups(rendering, matcher));
    }
    return new PyList(matches);
  }

  private static PyValue groups(Rendering rendering, Matcher matcher) {
    rendering.container(matcher.groups());
    List<PyValue> groups = new ArrayList<>(matcher.groups());
    for (int i = 1; i <= matcher.groups(); i++) {
      groups.add(group(rendering, matcher, i, PyText.EMPTY));
    }
    return PyTuple.of(groups);
  }

  private static PyValue escaped(Rendering rendering, PyValue value, Bound arguments) {
    String special = switch (arguments.text(0, "python")) {
      case "python" -> SPECIAL;
      case "posix_basic" -> SPECIAL_POSIX;
      default -> throw new EvaluationException("'regex_escape' knows the types 'python' and 'posix_basic', not "
          + quoted(arguments.text(0)));
    };
    String text = Printing.text(rendering, value);
    rendering.steps(text.length() / 8);
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (special.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return rendering.text(out.toString());
  }
}
