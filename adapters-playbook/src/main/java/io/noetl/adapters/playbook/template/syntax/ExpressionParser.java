package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Expression.And;
import io.noetl.adapters.playbook.template.syntax.Expression.Binary;
import io.noetl.adapters.playbook.template.syntax.Expression.Comparand;
import io.noetl.adapters.playbook.template.syntax.Expression.Comparator;
import io.noetl.adapters.playbook.template.syntax.Expression.Comparison;
import io.noetl.adapters.playbook.template.syntax.Expression.Concatenation;
import io.noetl.adapters.playbook.template.syntax.Expression.Conditional;
import io.noetl.adapters.playbook.template.syntax.Expression.Negative;
import io.noetl.adapters.playbook.template.syntax.Expression.Not;
import io.noetl.adapters.playbook.template.syntax.Expression.Operator;
import io.noetl.adapters.playbook.template.syntax.Expression.Or;
import io.noetl.adapters.playbook.template.syntax.Expression.Positive;
import io.noetl.adapters.playbook.template.syntax.Expression.TupleLiteral;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parses operators by descent, weakest first: conditional, {@code or}, {@code and}, {@code not}, comparison, {@code + -},
 * {@code ~}, {@code * / // %}, {@code **}, sign. What they apply to is parsed by {@link OperandParser}. As in Jinja,
 * {@code **} groups to the left and a sign binds tighter than it.
 */
final class ExpressionParser {

  /** How deep brackets, signs and statements may nest. */
  static final int MAX_NESTING = 100;

  private final TokenStream stream;
  private final OperandParser operands;
  private int nesting;

  ExpressionParser(TokenStream stream) {
    this.stream = stream;
    this.operands = new OperandParser(stream, this);
  }

  OperandParser operands() {
    return operands;
  }

  void enter() {
    if (++nesting > MAX_NESTING) {
      throw new SyntaxException("nested deeper than the limit of " + MAX_NESTING + " levels", stream.current().at());
    }
  }

  void leave() {
    nesting--;
  }

  Expression expression() {
    return expression(true);
  }

  Expression expression(boolean conditional) {
    enter();
    Expression expression = conditional ? conditional() : or();
    leave();
    return expression;
  }

  /** One expression, or a tuple where commas follow; ends before a name {@code endName} too. */
  Expression tuple(boolean conditional, @Nullable String endName, boolean parenthesised) {
    int at = stream.current().at();
    List<Expression> items = new ArrayList<>();
    boolean isTuple = false;
    while (!atTupleEnd(endName)) {
      items.add(expression(conditional));
      if (!stream.accept(TokenKind.COMMA)) {
        break;
      }
      isTuple = true;
    }
    if (!isTuple && items.size() == 1) {
      return items.getFirst();
    }
    if (!isTuple && !parenthesised) {
      throw stream.unexpected("an expression");
    }
    return new TupleLiteral(items, at);
  }

  private boolean atTupleEnd(@Nullable String endName) {
    return stream.at(TokenKind.PRINT_END) || stream.at(TokenKind.BLOCK_END) || stream.at(TokenKind.RIGHT_PARENTHESIS)
        || (endName != null && stream.atName(endName));
  }

  private Expression conditional() {
    Expression then = or();
    while (stream.atName("if")) {
      int at = stream.next().at();
      Expression condition = or();
      Expression otherwise = stream.acceptName("else") ? expression() : null;
      then = new Conditional(condition, then, otherwise, at);
    }
    return then;
  }

  private Expression or() {
    Expression left = and();
    while (stream.atName("or")) {
      int at = stream.next().at();
      left = new Or(left, and(), at);
    }
    return left;
  }

  private Expression and() {
    Expression left = not();
    while (stream.atName("and")) {
      int at = stream.next().at();
      left = new And(left, not(), at);
    }
    return left;
  }

  private Expression not() {
    if (!stream.atName("not")) {
      return comparison();
    }
    int at = stream.next().at();
    enter();
    Expression operand = not();
    leave();
    return new Not(operand, at);
  }

  private Expression comparison() {
    Expression first = sum();
    Comparator operator = comparator();
    if (operator == null) {
      return first;
    }
    int start = stream.current().at();
    List<Comparand> rest = new ArrayList<>();
    while (operator != null) {
      int at = stream.next().at();
      if (operator == Comparator.NOT_IN) {
        stream.next();
      }
      rest.add(new Comparand(operator, sum(), at));
      operator = comparator();
    }
    return new Comparison(first, rest, start);
  }

  private @Nullable Comparator comparator() {
    return switch (stream.current().kind()) {
      case EQUAL -> Comparator.EQUAL;
      case NOT_EQUAL -> Comparator.NOT_EQUAL;
      case LESS -> Comparator.LESS;
      case LESS_OR_EQUAL -> Comparator.LESS_OR_EQUAL;
      case GREATER -> Comparator.GREATER;
      case GREATER_OR_EQUAL -> Comparator.GREATER_OR_EQUAL;
      case NAME -> stream.atName("in")
          ? Comparator.IN
          : stream.atName("not") && stream.following().isName("in") ? Comparator.NOT_IN : null;
      default -> null;
    };
  }

  private Expression sum() {
    Expression left = concatenation();
    while (stream.at(TokenKind.ADD) || stream.at(TokenKind.SUBTRACT)) {
      Token token = stream.next();
      Operator operator = token.kind() == TokenKind.ADD ? Operator.ADD : Operator.SUBTRACT;
      left = new Binary(operator, left, concatenation(), token.at());
    }
    return left;
  }

  private Expression concatenation() {
    Expression first = product();
    if (!stream.at(TokenKind.TILDE)) {
      return first;
    }
    int at = stream.current().at();
    List<Expression> parts = new ArrayList<>();
    parts.add(first);
    while (stream.accept(TokenKind.TILDE)) {
      parts.add(product());
    }
    return new Concatenation(parts, at);
  }

  private Expression product() {
    Expression left = power();
    Operator operator = productOperator();
    while (operator != null) {
      int at = stream.next().at();
      left = new Binary(operator, left, power(), at);
      operator = productOperator();
    }
    return left;
  }

  private @Nullable Operator productOperator() {
    return switch (stream.current().kind()) {
      case MULTIPLY -> Operator.MULTIPLY;
      case DIVIDE -> Operator.DIVIDE;
      case FLOOR_DIVIDE -> Operator.FLOOR_DIVIDE;
      case MODULO -> Operator.MODULO;
      default -> null;
    };
  }

  private Expression power() {
    Expression left = unary(true);
    while (stream.at(TokenKind.POWER)) {
      int at = stream.next().at();
      left = new Binary(Operator.POWER, left, unary(true), at);
    }
    return left;
  }

  /** An operand with its sign; filters and tests apply to the signed operand. */
  Expression unary(boolean filtered) {
    enter();
    Token token = stream.current();
    Expression operand = switch (token.kind()) {
      case SUBTRACT -> {
        stream.next();
        yield new Negative(unary(false), token.at());
      }
      case ADD -> {
        stream.next();
        yield new Positive(unary(false), token.at());
      }
      default -> operands.primary();
    };
    operand = operands.postfixed(operand);
    leave();
    return filtered ? operands.filtered(operand) : operand;
  }
}
