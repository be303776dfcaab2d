package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.function.Filters;
import io.noetl.adapters.playbook.template.function.Members;
import io.noetl.adapters.playbook.template.function.Tests;
import io.noetl.adapters.playbook.template.syntax.CallArguments;
import io.noetl.adapters.playbook.template.syntax.Expression;
import io.noetl.adapters.playbook.template.syntax.Expression.And;
import io.noetl.adapters.playbook.template.syntax.Expression.Attribute;
import io.noetl.adapters.playbook.template.syntax.Expression.Binary;
import io.noetl.adapters.playbook.template.syntax.Expression.Call;
import io.noetl.adapters.playbook.template.syntax.Expression.Comparand;
import io.noetl.adapters.playbook.template.syntax.Expression.Comparator;
import io.noetl.adapters.playbook.template.syntax.Expression.Comparison;
import io.noetl.adapters.playbook.template.syntax.Expression.Concatenation;
import io.noetl.adapters.playbook.template.syntax.Expression.Conditional;
import io.noetl.adapters.playbook.template.syntax.Expression.Filter;
import io.noetl.adapters.playbook.template.syntax.Expression.FloatConstant;
import io.noetl.adapters.playbook.template.syntax.Expression.IntegerConstant;
import io.noetl.adapters.playbook.template.syntax.Expression.ListLiteral;
import io.noetl.adapters.playbook.template.syntax.Expression.MapLiteral;
import io.noetl.adapters.playbook.template.syntax.Expression.Name;
import io.noetl.adapters.playbook.template.syntax.Expression.Negative;
import io.noetl.adapters.playbook.template.syntax.Expression.Not;
import io.noetl.adapters.playbook.template.syntax.Expression.Or;
import io.noetl.adapters.playbook.template.syntax.Expression.Pair;
import io.noetl.adapters.playbook.template.syntax.Expression.Positive;
import io.noetl.adapters.playbook.template.syntax.Expression.Slice;
import io.noetl.adapters.playbook.template.syntax.Expression.Subscript;
import io.noetl.adapters.playbook.template.syntax.Expression.Test;
import io.noetl.adapters.playbook.template.syntax.Expression.TextConstant;
import io.noetl.adapters.playbook.template.syntax.Expression.TupleLiteral;
import io.noetl.adapters.playbook.template.syntax.Expression.WordConstant;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.Equality;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Markup;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.Operations;
import io.noetl.adapters.playbook.template.value.Ordering;
import io.noetl.adapters.playbook.template.value.Ordering.Relation;
import io.noetl.adapters.playbook.template.value.Printing;
import io.noetl.adapters.playbook.template.value.PyBool;
import io.noetl.adapters.playbook.template.value.PyDict;
import io.noetl.adapters.playbook.template.value.PyFloat;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyList;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyTuple;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Sequences;
import io.noetl.adapters.playbook.template.value.Slices;
import io.noetl.adapters.playbook.template.value.Truth;
import io.noetl.domain.template.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates expressions by walking their tree. Before anything that may fail, the rendering is told where it is. */
final class ExpressionEvaluator {

  private final Rendering rendering;
  private final Roots roots;
  private final ArgumentEvaluator arguments;
  private final MemberEvaluator members;

  ExpressionEvaluator(Rendering rendering) {
    this.rendering = rendering;
    this.roots = new Roots(rendering);
    this.arguments = new ArgumentEvaluator(rendering, this);
    this.members = new MemberEvaluator(rendering, this, roots, arguments);
  }

  PyValue evaluate(Expression expression, Scope scope) {
    rendering.step();
    rendering.enter();
    PyValue value = switch (expression) {
      case Name name -> name(name, scope);
      case Attribute attribute -> members.attribute(attribute, scope);
      case TextConstant constant -> PyText.of(constant.value());
      case Filter filter -> filter(filter, scope);
      case Call call -> members.call(call, scope);
      case Subscript subscript -> members.subscript(subscript, scope);
      case Comparison comparison -> PyBool.of(comparison(comparison, scope));
      case Binary binary -> binary(binary, scope);
      case Concatenation concatenation -> concatenation(concatenation, scope);
      case Conditional conditional -> conditional(conditional, scope);
      case And and -> and(and, scope);
      case Or or -> or(or, scope);
      case Not not -> PyBool.of(!truth(not.operand(), scope));
      case Test test -> PyBool.of(test(test, scope));
      case IntegerConstant constant -> PyInteger.of(constant.value());
      case FloatConstant constant -> new PyFloat(constant.value());
      case WordConstant constant -> word(constant.value());
      case ListLiteral list -> new PyList(items(list.items(), scope));
      case TupleLiteral tuple -> PyTuple.of(items(tuple.items(), scope));
      case MapLiteral map -> map(map, scope);
      case Negative negative -> at(negative, Operations.negative(rendering, operand(negative.operand(), negative, scope)));
      case Positive positive -> at(positive, Operations.positive(operand(positive.operand(), positive, scope)));
      case Slice slice -> throw new EvaluationException("a slice is a subscript of its own, not part of one", slice.at());
    };
    rendering.leave();
    return value;
  }

  private PyValue at(Expression expression, PyValue value) {
    rendering.at(expression.at());
    return value;
  }

  private PyValue operand(Expression operand, Expression place, Scope scope) {
    return at(place, evaluate(operand, scope));
  }

  boolean truth(Expression expression, Scope scope) {
    PyValue value = evaluate(expression, scope);
    return value == PyBool.TRUE || (value != PyBool.FALSE && Truth.of(value));
  }

  private static PyValue word(@Nullable Boolean value) {
    return value == null ? PyNone.NONE : PyBool.of(value);
  }

  private PyValue name(Name name, Scope scope) {
    PyValue local = scope.find(name.name());
    if (local != null) {
      return local;
    }
    rendering.at(name.at());
    return roots.value(name.name(), scope);
  }

  /** A call with one more named argument: the caller of a call block. */
  PyValue callWithCaller(Call call, PyValue caller, Scope scope) {
    return members.callWithCaller(call, caller, scope);
  }

  private PyValue filter(Filter filter, Scope scope) {
    Expression value = filter.value();
    if (value == null) {
      throw new EvaluationException("filter '" + filter.name() + "' has nothing to apply to", filter.at());
    }
    return filtered(filter, evaluate(value, scope), scope);
  }

  private PyValue filtered(Filter filter, PyValue value, Scope scope) {
    CallArguments given = filter.arguments();
    Arguments evaluated = given.isEmpty() ? Arguments.NONE : arguments.evaluate(given, scope);
    rendering.at(filter.at());
    return Filters.apply(rendering, filter.name(), value, evaluated);
  }

  /** Applies the filters of a filter block, innermost first, to the text of its body. */
  PyValue filteredBody(Filter filter, PyValue body, Scope scope) {
    return filtered(filter, filter.value() instanceof Filter inner ? filteredBody(inner, body, scope) : body, scope);
  }

  private boolean test(Test test, Scope scope) {
    PyValue value = evaluate(test.value(), scope);
    CallArguments given = test.arguments();
    if (given.isEmpty()) {
      if (test.name().equals("defined")) {
        return !(value instanceof PyUndefined);
      }
      rendering.at(test.at());
      return Tests.passes(rendering, test.name(), value, Arguments.NONE);
    }
    Arguments evaluated = arguments.evaluate(given, scope);
    rendering.at(test.at());
    return Tests.passes(rendering, test.name(), value, evaluated);
  }

  private boolean comparison(Comparison comparison, Scope scope) {
    PyValue left = evaluate(comparison.first(), scope);
    for (Comparand comparand : comparison.rest()) {
      PyValue right = evaluate(comparand.right(), scope);
      rendering.at(comparand.at());
      if (!holds(comparand.operator(), left, right)) {
        return false;
      }
      left = right;
    }
    return true;
  }

  private boolean holds(Comparator operator, PyValue left, PyValue right) {
    return switch (operator) {
      case EQUAL -> Equality.equal(rendering, left, right);
      case NOT_EQUAL -> !Equality.equal(rendering, left, right);
      case LESS -> Ordering.holds(rendering, Relation.LESS, left, right);
      case LESS_OR_EQUAL -> Ordering.holds(rendering, Relation.LESS_OR_EQUAL, left, right);
      case GREATER -> Ordering.holds(rendering, Relation.GREATER, left, right);
      case GREATER_OR_EQUAL -> Ordering.holds(rendering, Relation.GREATER_OR_EQUAL, left, right);
      case IN -> Sequences.contains(rendering, right, left);
      case NOT_IN -> !Sequences.contains(rendering, right, left);
    };
  }

  private PyValue binary(Binary binary, Scope scope) {
    PyValue left = evaluate(binary.left(), scope);
    PyValue right = evaluate(binary.right(), scope);
    rendering.at(binary.at());
    return switch (binary.operator()) {
      case ADD -> Operations.add(rendering, left, right);
      case SUBTRACT -> Operations.subtract(rendering, left, right);
      case MULTIPLY -> Operations.multiply(rendering, left, right);
      case DIVIDE -> Operations.divide(rendering, left, right);
      case FLOOR_DIVIDE -> Operations.floorDivide(rendering, left, right);
      case MODULO -> Operations.modulo(rendering, left, right);
      case POWER -> Operations.power(rendering, left, right);
    };
  }

  private PyValue concatenation(Concatenation concatenation, Scope scope) {
    StringBuilder out = new StringBuilder();
    List<PyValue> parts = all(concatenation.parts(), scope);
    rendering.at(concatenation.at());
    boolean safe = rendering.escapes() && parts.stream().anyMatch(part -> part instanceof PyText text && text.safe());
    for (PyValue part : parts) {
      String text = Printing.text(rendering, part);
      out.append(safe && !(part instanceof PyText markup && markup.safe()) ? Markup.escape(text) : text);
      rendering.length(out.length());
    }
    rendering.characters(out.length());
    return safe ? PyText.safe(out.toString()) : PyText.of(out.toString());
  }

  private PyValue conditional(Conditional conditional, Scope scope) {
    if (truth(conditional.condition(), scope)) {
      return evaluate(conditional.then(), scope);
    }
    Expression otherwise = conditional.otherwise();
    if (otherwise != null) {
      return evaluate(otherwise, scope);
    }
    return new PyUndefined(rendering, () -> "the condition is false and there is no 'else'", conditional.at(), true);
  }

  private PyValue and(And and, Scope scope) {
    PyValue left = evaluate(and.left(), scope);
    return Truth.of(left) ? evaluate(and.right(), scope) : left;
  }

  private PyValue or(Or or, Scope scope) {
    PyValue left = evaluate(or.left(), scope);
    return Truth.of(left) ? left : evaluate(or.right(), scope);
  }

  List<PyValue> all(List<Expression> expressions, Scope scope) {
    List<PyValue> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      values.add(evaluate(expression, scope));
    }
    return values;
  }

  private List<PyValue> items(List<Expression> expressions, Scope scope) {
    rendering.container(expressions.size());
    return all(expressions, scope);
  }

  private PyValue map(MapLiteral map, Scope scope) {
    rendering.container(4L * map.pairs().size());
    PyDict dict = new PyDict();
    for (Pair pair : map.pairs()) {
      PyValue key = evaluate(pair.key(), scope);
      PyValue value = evaluate(pair.value(), scope);
      rendering.at(pair.key().at());
      dict.put(key, value);
    }
    return dict;
  }
}
