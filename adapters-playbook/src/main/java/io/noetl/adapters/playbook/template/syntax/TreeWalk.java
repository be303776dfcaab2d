package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.CallArguments.Keyword;
import io.noetl.adapters.playbook.template.syntax.Expression.And;
import io.noetl.adapters.playbook.template.syntax.Expression.Attribute;
import io.noetl.adapters.playbook.template.syntax.Expression.Binary;
import io.noetl.adapters.playbook.template.syntax.Expression.Call;
import io.noetl.adapters.playbook.template.syntax.Expression.Comparand;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Visits every expression and statement of a tree in the order of evaluation; subclasses look at what they care for. */
abstract class TreeWalk {

  /** How deep a tree may be: long chains of operators nest to the left. */
  private static final int MAX_DEPTH = 300;

  private int depth;

  final void body(List<Statement> body) {
    for (Statement statement : body) {
      statement(statement);
    }
  }

  void expression(Expression expression) {
    down(expression);
    switch (expression) {
      case TextConstant c -> {}
      case IntegerConstant c -> {}
      case FloatConstant c -> {}
      case WordConstant c -> {}
      case Name n -> {}
      case ListLiteral list -> all(list.items());
      case TupleLiteral tuple -> all(tuple.items());
      case MapLiteral map -> {
        for (Pair pair : map.pairs()) {
          expression(pair.key());
          expression(pair.value());
        }
      }
      case Attribute attribute -> expression(attribute.object());
      case Subscript subscript -> pair(subscript.object(), subscript.key());
      case Slice slice -> {
        optional(slice.from());
        optional(slice.to());
        optional(slice.step());
      }
      case Call call -> {
        expression(call.callee());
        arguments(call.arguments());
      }
      case Filter filter -> {
        optional(filter.value());
        arguments(filter.arguments());
      }
      case Test test -> {
        expression(test.value());
        arguments(test.arguments());
      }
      case Not not -> expression(not.operand());
      case Negative negative -> expression(negative.operand());
      case Positive positive -> expression(positive.operand());
      case And and -> pair(and.left(), and.right());
      case Or or -> pair(or.left(), or.right());
      case Binary binary -> pair(binary.left(), binary.right());
      case Concatenation concatenation -> all(concatenation.parts());
      case Comparison comparison -> {
        expression(comparison.first());
        for (Comparand comparand : comparison.rest()) {
          expression(comparand.right());
        }
      }
      case Conditional conditional -> {
        expression(conditional.condition());
        expression(conditional.then());
        optional(conditional.otherwise());
      }
    }
    up();
  }

  /** Goes one level deeper, into an expression. */
  final void down(Expression expression) {
    if (++depth > MAX_DEPTH) {
      throw new SyntaxException("an expression of more than " + MAX_DEPTH + " levels", expression.at());
    }
  }

  final void up() {
    depth--;
  }

  abstract void statement(Statement statement);

  final void optional(@Nullable Expression expression) {
    if (expression != null) {
      expression(expression);
    }
  }

  private void pair(Expression first, Expression second) {
    expression(first);
    expression(second);
  }

  private void all(List<Expression> expressions) {
    for (Expression expression : expressions) {
      expression(expression);
    }
  }

  final void arguments(CallArguments arguments) {
    all(arguments.positional());
    for (Keyword keyword : arguments.named()) {
      expression(keyword.value());
    }
    optional(arguments.unpacked());
    optional(arguments.unpackedNamed());
  }
}
