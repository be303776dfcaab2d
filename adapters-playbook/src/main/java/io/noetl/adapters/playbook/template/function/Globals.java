package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyFunction;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyNamespace;
import io.noetl.adapters.playbook.template.value.PyRange;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The global functions. A variable of the same name hides one. */
public final class Globals {

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Map<String, PyFunction> TABLE = table();

  private Globals() {}

  private static Map<String, PyFunction> table() {
    Map<String, PyFunction> table = new HashMap<>();
    add(table, "range", "<class 'range'>", Globals::range);
    add(table, "dict", "<class 'dict'>", Globals::dict);
    add(table, "namespace", "<class 'jinja2.utils.Namespace'>", Globals::namespace);
    add(table, "cycler", "<class 'jinja2.utils.Cycler'>", (r, a) -> Cycling.cycler(r, a));
    add(table, "joiner", "<class 'jinja2.utils.Joiner'>", (r, a) -> Cycling.joiner(r, a));
    add(table, "lipsum", "<function lipsum>", LoremIpsum::text);
    add(table, "now", "<function now>", (r, a) -> {
      Signature.of("now", 0).bind(a);
      return PyText.of(timestamp(r.context().now()));
    });
    return Map.copyOf(table);
  }

  private static void add(Map<String, PyFunction> table, String name, String printed, PyFunction.Body body) {
    table.put(name, new PyFunction(name, printed, body));
  }

  public static @Nullable PyValue find(String name) {
    return TABLE.get(name);
  }

  public static Set<String> names() {
    return TABLE.keySet();
  }

  /** UTC without a zone, with six digits of a second: {@code 2025-06-17T01:18:13.000123}. */
  private static String timestamp(Instant instant) {
    return MICROSECONDS.format(instant);
  }

  private static PyValue range(Rendering rendering, Arguments arguments) {
    if (!arguments.named().isEmpty()) {
      throw new EvaluationException("'range' takes no named arguments");
    }
    List<PyValue> given = arguments.positional();
    if (given.isEmpty() || given.size() > 3) {
      throw new EvaluationException("'range' takes 1 to 3 arguments, " + given.size() + " given");
    }
    long start = given.size() == 1 ? 0 : bound(given.get(0));
    long stop = bound(given.get(given.size() == 1 ? 0 : 1));
    long step = given.size() == 3 ? bound(given.get(2)) : 1;
    if (step == 0) {
      throw new EvaluationException("the step of 'range' cannot be 0");
    }
    return PyRange.of(start, stop, step);
  }

  private static long bound(PyValue value) {
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    PyInteger integer = Numbers.integer(value);
    if (!(integer instanceof PyInteger.Small small) || Math.abs(small.value()) > 1L << 60) {
      throw new EvaluationException("'range' needs integers of at most 2 ** 60, found "
          + (integer == null ? value.described() : "a larger one"));
    }
    return small.value();
  }

  private static PyValue dict(Rendering rendering, Arguments arguments) {
    PyDict dict = new PyDict();
    DictMethods.update(rendering, dict, "dict", arguments);
    return dict;
  }

  private static PyValue namespace(Rendering rendering, Arguments arguments) {
    rendering.object();
    PyDict initial = new PyDict();
    DictMethods.update(rendering, initial, "namespace", arguments);
    PyNamespace namespace = new PyNamespace();
    for (PyDict.Entry entry : initial.entries()) {
      if (entry.key() instanceof PyText name) {
        namespace.attributes().put(name.value(), entry.value());
      }
    }
    return namespace;
  }
}
