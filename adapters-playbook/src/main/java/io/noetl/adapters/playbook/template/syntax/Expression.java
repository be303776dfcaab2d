package io.noetl.adapters.playbook.template.syntax;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression. {@code at} is the offset of its place in the normalised source, for messages. */
public sealed interface Expression {

  int at();

  /** A literal string. */
  record TextConstant(String value, int at) implements Expression {}

  /** A literal integer. */
  record IntegerConstant(BigInteger value, int at) implements Expression {}

  /** A literal float. */
  record FloatConstant(double value, int at) implements Expression {}

  /** {@code true}, {@code false}, {@code none} and their other spellings; null is none. */
  record WordConstant(@Nullable Boolean value, int at) implements Expression {}

  record Name(String name, int at) implements Expression {}

  record ListLiteral(List<Expression> items, int at) implements Expression {
    public ListLiteral {
      items = List.copyOf(items);
    }
  }

  record TupleLiteral(List<Expression> items, int at) implements Expression {
    public TupleLiteral {
      items = List.copyOf(items);
    }
  }

  record MapLiteral(List<Pair> pairs, int at) implements Expression {
    public MapLiteral {
      pairs = List.copyOf(pairs);
    }
  }

  /** An entry of a map literal. */
  record Pair(Expression key, Expression value) {}

  /** {@code object.name}. */
  record Attribute(Expression object, String name, int at) implements Expression {}

  /** {@code object[key]}, and {@code object.0}. */
  record Subscript(Expression object, Expression key, int at) implements Expression {}

  /** {@code from:to:step} inside a subscript. */
  record Slice(@Nullable Expression from, @Nullable Expression to, @Nullable Expression step, int at)
      implements Expression {}

  record Call(Expression callee, CallArguments arguments, int at) implements Expression {}

  /** {@code value | name(arguments)}; a filter block and a block set have no value of their own. */
  record Filter(@Nullable Expression value, String name, CallArguments arguments, int at) implements Expression {}

  /** {@code value is name(arguments)}. */
  record Test(Expression value, String name, CallArguments arguments, int at) implements Expression {}

  record Not(Expression operand, int at) implements Expression {}

  record Negative(Expression operand, int at) implements Expression {}

  record Positive(Expression operand, int at) implements Expression {}

  record And(Expression left, Expression right, int at) implements Expression {}

  record Or(Expression left, Expression right, int at) implements Expression {}

  /** Arithmetic; {@code at} is the operator's place. */
  record Binary(Operator operator, Expression left, Expression right, int at) implements Expression {}

  /** {@code a ~ b ~ c}. */
  record Concatenation(List<Expression> parts, int at) implements Expression {
    public Concatenation {
      parts = List.copyOf(parts);
    }
  }

  /** {@code a < b <= c}. */
  record Comparison(Expression first, List<Comparand> rest, int at) implements Expression {
    public Comparison {
      rest = List.copyOf(rest);
    }
  }

  /** An operator of a comparison and what stands to its right. */
  record Comparand(Comparator operator, Expression right, int at) {}

  /** {@code then if condition else otherwise}. */
  record Conditional(Expression condition, Expression then, @Nullable Expression otherwise, int at)
      implements Expression {}

  /** The operators of arithmetic. */
  enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    FLOOR_DIVIDE("//"),
    MODULO("%"),
    POWER("**");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** The operators of comparison. */
  enum Comparator {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    IN,
    NOT_IN
  }
}
