package io.noetl.adapters.playbook.template.evaluation;

import io.noetl.adapters.playbook.template.function.Members;
import io.noetl.adapters.playbook.template.syntax.Expression;
import io.noetl.adapters.playbook.template.syntax.Expression.Attribute;
import io.noetl.adapters.playbook.template.syntax.Expression.Call;
import io.noetl.adapters.playbook.template.syntax.Expression.Name;
import io.noetl.adapters.playbook.template.syntax.Expression.Slice;
import io.noetl.adapters.playbook.template.syntax.Expression.Subscript;
import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Numbers;
import io.noetl.adapters.playbook.template.value.PyInteger;
import io.noetl.adapters.playbook.template.value.PyNone;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyUndefined;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.Slices;
import io.noetl.domain.template.Variable;
import org.jspecify.annotations.Nullable;

/** Evaluates what follows an operand: attributes, subscripts, slices and calls. */
final class MemberEvaluator {

  private final Rendering rendering;
  private final ExpressionEvaluator expressions;
  private final Roots roots;
  private final ArgumentEvaluator arguments;

  MemberEvaluator(
      Rendering rendering, ExpressionEvaluator expressions, Roots roots, ArgumentEvaluator arguments) {
    this.rendering = rendering;
    this.expressions = expressions;
    this.roots = roots;
    this.arguments = arguments;
  }

  /** The outcome that a bare name of the context stands for, if it does. */
  private Variable.@Nullable Outcome outcome(Expression object, Scope scope) {
    return object instanceof Name name && scope.find(name.name()) == null ? roots.outcome(name.name()) : null;
  }

  PyValue attribute(Attribute attribute, Scope scope) {
    PyValue local = attribute.object() instanceof Name name ? scope.find(name.name()) : null;
    if (local != null) {
      rendering.step();
      rendering.at(attribute.at());
      return Members.attribute(rendering, local, attribute.name());
    }
    Variable.Outcome outcome = outcome(attribute.object(), scope);
    PyValue object = expressions.evaluate(attribute.object(), scope);
    rendering.at(attribute.at());
    return outcome == null
        ? Members.attribute(rendering, object, attribute.name())
        : roots.attribute(outcome, object, attribute.name());
  }

  PyValue subscript(Subscript subscript, Scope scope) {
    PyValue object = expressions.evaluate(subscript.object(), scope);
    if (subscript.key() instanceof Slice slice) {
      return sliced(object, slice, scope);
    }
    PyValue key = expressions.evaluate(subscript.key(), scope);
    rendering.at(subscript.at());
    if (key instanceof PyText name) {
      Variable.Outcome outcome = outcome(subscript.object(), scope);
      if (outcome != null) {
        return roots.attribute(outcome, object, name.value());
      }
    }
    return Members.subscript(rendering, object, key);
  }

  private PyValue sliced(PyValue object, Slice slice, Scope scope) {
    Long from = bound(slice.from(), scope);
    Long to = bound(slice.to(), scope);
    Long step = bound(slice.step(), scope);
    rendering.at(slice.at());
    if (object instanceof PyUndefined undefined) {
      return Members.subscript(rendering, undefined, PyNone.NONE);
    }
    return Slices.slice(rendering, object, from, to, step);
  }

  private @Nullable Long bound(@Nullable Expression expression, Scope scope) {
    if (expression == null) {
      return null;
    }
    PyValue value = expressions.evaluate(expression, scope);
    if (value == PyNone.NONE) {
      return null;
    }
    rendering.at(expression.at());
    if (value instanceof PyUndefined undefined) {
      throw undefined.failure();
    }
    PyInteger integer = Numbers.integer(value);
    if (integer == null) {
      throw new EvaluationException("the bounds of a slice are integers, found " + value.described());
    }
    long most = Integer.MAX_VALUE;
    return integer instanceof PyInteger.Small small
        ? (Long) Math.max(-most, Math.min(most, small.value()))
        : (Long) (integer.big().signum() < 0 ? -most : most);
  }

  PyValue call(Call call, Scope scope) {
    if (call.callee() instanceof Attribute method) {
      Variable.Outcome outcome = outcome(method.object(), scope);
      if (outcome == null) {
        PyValue object = expressions.evaluate(method.object(), scope);
        Arguments given = arguments.evaluate(call.arguments(), scope);
        rendering.at(method.at());
        return Members.callMethod(rendering, object, method.name(), given);
      }
    }
    PyValue callee = expressions.evaluate(call.callee(), scope);
    Arguments given = arguments.evaluate(call.arguments(), scope);
    rendering.at(call.at());
    return Members.call(rendering, callee, given);
  }

  /** A call with one more named argument: the caller of a call block. */
  PyValue callWithCaller(Call call, PyValue caller, Scope scope) {
    PyValue callee = expressions.evaluate(call.callee(), scope);
    Arguments given = arguments.evaluate(call.arguments(), scope);
    rendering.at(call.at());
    return Members.call(rendering, callee, ArgumentEvaluator.with(given, "caller", caller));
  }
}
