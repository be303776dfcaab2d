package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.syntax.Suggestion;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.Cost;
import io.noetl.adapters.playbook.template.value.Equality;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.HashKey;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.Operations;
import io.noetl.adapters.playbook.template.value.Ordering.Relation;
import io.noetl.adapters.playbook.template.value.Ordering;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyFloat;
import io.noetl.adapters.playbook.template.value.PyFunction;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyObject;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import io.noetl.adapters.playbook.template.value.Truth;
import java.util.Set;

/** The tests: what may stand behind {@code is}. */
public final class Tests {

  private static final MethodTable<PyValue> TABLE = table();

  private Tests() {}

  public static Set<String> names() {
    return TABLE.names();
  }

  /** Whether a value passes the test of that name; fails for an unknown name. */
  public static boolean passes(Rendering rendering, String name, PyValue value, Arguments arguments) {
    Method<PyValue> test = TABLE.find(name);
    if (test == null) {
      throw new EvaluationException("unknown test '" + name + "'" + Suggestion.of(name, names()));
    }
    rendering.steps(Cost.of(value) + Cost.of(arguments));
    return Truth.of(test.apply(rendering, value, arguments));
  }

  /** What a test without arguments asks. */
  private interface Question {
    boolean ask(PyValue value);
  }

  private static MethodTable<PyValue> table() {
    MethodTable<PyValue> table = new MethodTable<>();
    kinds(table);
    comparisons(table);
    table.addNamed("odd", (r, v, a) -> PyBool.of(remainder(r, v, PyInteger.of(2)) == 1), 0)
        .addNamed("even", (r, v, a) -> PyBool.of(remainder(r, v, PyInteger.of(2)) == 0), 0)
        .addNamed("divisibleby", (r, v, a) -> PyBool.of(remainder(r, v, a.value(0)) == 0), 1, "num")
        .addNamed("lower", (r, v, a) -> PyBool.of(TextQuestions.isLower(Printing.text(r, v))), 0)
        .addNamed("upper", (r, v, a) -> PyBool.of(TextQuestions.isUpper(Printing.text(r, v))), 0)
        .addNamed("filter", (r, v, a) -> PyBool.of(Filters.names().contains(HashKey.of(v))), 0)
        .addNamed("test", (r, v, a) -> PyBool.of(names().contains(HashKey.of(v))), 0)
        .addNamed("in", (r, v, a) -> PyBool.of(Sequences.contains(r, a.value(0), v)), 1, "seq");
    return table;
  }

  private static void kinds(MethodTable<PyValue> table) {
    ask(table, "defined", v -> !(v instanceof PyUndefined));
    ask(table, "undefined", v -> v instanceof PyUndefined);
    ask(table, "none", v -> v == PyNone.NONE);
    ask(table, "boolean", v -> v instanceof PyBool);
    ask(table, "true", v -> v == PyBool.TRUE);
    ask(table, "false", v -> v == PyBool.FALSE);
    ask(table, "integer", v -> v instanceof PyInteger);
    ask(table, "float", v -> v instanceof PyFloat);
    ask(table, "number", Numbers::isNumber);
    ask(table, "string", v -> v instanceof PyText);
    ask(table, "mapping", v -> v instanceof PyDict);
    ask(table, "sequence", v -> Sequences.isSequence(v) || isEmptyUndefined(v));
    ask(table, "iterable", v -> Sequences.isIterable(v) && (!(v instanceof PyUndefined) || isEmptyUndefined(v)));
    ask(table, "callable", v -> v instanceof PyFunction || (v instanceof PyObject object && object.body() != null));
    ask(table, "escaped", v -> v instanceof PyText text && text.safe());
  }

  private static boolean isEmptyUndefined(PyValue value) {
    if (value instanceof PyUndefined undefined) {
      undefined.use();
      return true;
    }
    return false;
  }

  private static void ask(MethodTable<PyValue> table, String name, Question question) {
    table.addNamed(name, (r, v, a) -> PyBool.of(question.ask(v)), 0);
  }

  private static void comparisons(MethodTable<PyValue> table) {
    table.add("eq", (r, v, a) -> PyBool.of(Equality.equal(r, v, a.value(0))), 1, "other")
        .alias("equalto", "eq")
        .alias("==", "eq")
        .add("ne", (r, v, a) -> PyBool.of(!Equality.equal(r, v, a.value(0))), 1, "other")
        .alias("!=", "ne")
        .addNamed("sameas", (r, v, a) -> PyBool.of(Equality.same(v, a.value(0))), 1, "other");
    relation(table, Relation.LESS, "lt", "lessthan", "<");
    relation(table, Relation.LESS_OR_EQUAL, "le", "<=");
    relation(table, Relation.GREATER, "gt", "greaterthan", ">");
    relation(table, Relation.GREATER_OR_EQUAL, "ge", ">=");
  }

  private static void relation(MethodTable<PyValue> table, Relation relation, String... names) {
    for (String name : names) {
      table.add(name, (r, v, a) -> PyBool.of(Ordering.holds(r, relation, v, a.value(0))), 1, "other");
    }
  }

  private static double remainder(Rendering rendering, PyValue value, PyValue divisor) {
    if (value instanceof PyText) {
      throw new EvaluationException("expected a number, found a string");
    }
    return Numbers.toDouble(Operations.modulo(rendering, value, divisor));
  }
}
