package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Expression.Attribute;
import io.noetl.adapters.playbook.template.syntax.Expression.Call;
import io.noetl.adapters.playbook.template.syntax.Expression.Filter;
import io.noetl.adapters.playbook.template.syntax.Expression.FloatConstant;
import io.noetl.adapters.playbook.template.syntax.Expression.IntegerConstant;
import io.noetl.adapters.playbook.template.syntax.Expression.ListLiteral;
import io.noetl.adapters.playbook.template.syntax.Expression.MapLiteral;
import io.noetl.adapters.playbook.template.syntax.Expression.Name;
import io.noetl.adapters.playbook.template.syntax.Expression.Not;
import io.noetl.adapters.playbook.template.syntax.Expression.Pair;
import io.noetl.adapters.playbook.template.syntax.Expression.Slice;
import io.noetl.adapters.playbook.template.syntax.Expression.Subscript;
import io.noetl.adapters.playbook.template.syntax.Expression.Test;
import io.noetl.adapters.playbook.template.syntax.Expression.TextConstant;
import io.noetl.adapters.playbook.template.syntax.Expression.TupleLiteral;
import io.noetl.adapters.playbook.template.syntax.Expression.WordConstant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses literals and names, and what follows them: attributes, subscripts, calls, filters and tests. */
final class OperandParser {

  private final TokenStream stream;
  private final ExpressionParser expressions;

  OperandParser(TokenStream stream, ExpressionParser expressions) {
    this.stream = stream;
    this.expressions = expressions;
  }

  Expression primary() {
    Token token = stream.current();
    return switch (token.kind()) {
      case NAME -> word(stream.next());
      case TEXT -> text();
      case INTEGER -> integer(stream.next());
      case FLOAT -> new FloatConstant(Double.parseDouble(stream.next().text()), token.at());
      case LEFT_PARENTHESIS -> {
        stream.next();
        Expression inside = expressions.tuple(true, null, true);
        stream.expect(TokenKind.RIGHT_PARENTHESIS);
        yield inside;
      }
      case LEFT_BRACKET -> list();
      case LEFT_BRACE -> map();
      default -> throw stream.unexpected("an expression");
    };
  }

  private static Expression word(Token token) {
    return switch (token.text()) {
      case "true", "True" -> new WordConstant(true, token.at());
      case "false", "False" -> new WordConstant(false, token.at());
      case "none", "None", "null" -> new WordConstant(null, token.at());
      default -> new Name(token.text(), token.at());
    };
  }

  private static IntegerConstant integer(Token token) {
    return new IntegerConstant(NumberLiteral.integer(token.text()), token.at());
  }

  private Expression text() {
    Token first = stream.next();
    if (!stream.at(TokenKind.TEXT)) {
      return new TextConstant(first.text(), first.at());
    }
    StringBuilder joined = new StringBuilder(first.text());
    while (stream.at(TokenKind.TEXT)) {
      joined.append(stream.next().text());
    }
    return new TextConstant(joined.toString(), first.at());
  }

  private Expression list() {
    int at = stream.next().at();
    List<Expression> items = new ArrayList<>();
    while (!stream.at(TokenKind.RIGHT_BRACKET)) {
      items.add(expressions.expression());
      if (!stream.accept(TokenKind.COMMA)) {
        break;
      }
    }
    stream.expect(TokenKind.RIGHT_BRACKET);
    return new ListLiteral(items, at);
  }

  private Expression map() {
    int at = stream.next().at();
    List<Pair> pairs = new ArrayList<>();
    while (!stream.at(TokenKind.RIGHT_BRACE)) {
      Expression key = expressions.expression();
      stream.expect(TokenKind.COLON);
      pairs.add(new Pair(key, expressions.expression()));
      if (!stream.accept(TokenKind.COMMA)) {
        break;
      }
    }
    stream.expect(TokenKind.RIGHT_BRACE);
    return new MapLiteral(pairs, at);
  }

  Expression postfixed(Expression operand) {
    Expression result = operand;
    while (true) {
      switch (stream.current().kind()) {
        case DOT -> result = attribute(result);
        case LEFT_BRACKET -> result = subscript(result);
        case LEFT_PARENTHESIS -> result = call(result);
        default -> {
          return result;
        }
      }
    }
  }

  private Expression attribute(Expression object) {
    stream.next();
    Token name = stream.next();
    return switch (name.kind()) {
      case NAME -> new Attribute(object, name.text(), name.at());
      case INTEGER -> new Subscript(object, integer(name), name.at());
      default -> throw new SyntaxException("expected a name or an integer after '.', found " + name.shown(), name.at());
    };
  }

  private Expression subscript(Expression object) {
    int at = stream.next().at();
    List<Expression> keys = new ArrayList<>();
    while (!stream.at(TokenKind.RIGHT_BRACKET)) {
      keys.add(subscribed());
      if (!stream.accept(TokenKind.COMMA)) {
        break;
      }
    }
    stream.expect(TokenKind.RIGHT_BRACKET);
    return new Subscript(object, keys.size() == 1 ? keys.getFirst() : new TupleLiteral(keys, at), at);
  }

  private Expression subscribed() {
    int at = stream.current().at();
    Expression from = stream.at(TokenKind.COLON) ? null : expressions.expression();
    if (from != null && !stream.at(TokenKind.COLON)) {
      return from;
    }
    stream.next();
    Expression to = sliceBound();
    Expression step = stream.accept(TokenKind.COLON) ? sliceBound() : null;
    return new Slice(from, to, step, at);
  }

  private @Nullable Expression sliceBound() {
    boolean absent =
        stream.at(TokenKind.COLON) || stream.at(TokenKind.RIGHT_BRACKET) || stream.at(TokenKind.COMMA);
    return absent ? null : expressions.expression();
  }

  private Expression call(Expression callee) {
    return new Call(callee, arguments(), callee.at());
  }

  Expression filtered(Expression operand) {
    Expression result = operand;
    while (true) {
      if (stream.at(TokenKind.PIPE)) {
        stream.next();
        result = filter(result);
      } else if (stream.atName("is")) {
        result = test(result);
      } else if (stream.at(TokenKind.LEFT_PARENTHESIS)) {
        result = call(result);
      } else {
        return result;
      }
    }
  }

  /** A filter from its name on. */
  Filter filter(@Nullable Expression value) {
    int at = stream.current().at();
    String name = dottedName("the name of a filter");
    CallArguments arguments = stream.at(TokenKind.LEFT_PARENTHESIS) ? arguments() : CallArguments.NONE;
    return new Filter(value, name, arguments, at);
  }

  private Expression test(Expression value) {
    int isAt = stream.next().at();
    boolean negated = stream.acceptName("not");
    int at = stream.current().at();
    String name = dottedName("the name of a test");
    Expression test = new Test(value, name, testArguments(), at);
    return negated ? new Not(test, isAt) : test;
  }

  private CallArguments testArguments() {
    if (stream.at(TokenKind.LEFT_PARENTHESIS)) {
      return arguments();
    }
    if (!atTestArgument()) {
      return CallArguments.NONE;
    }
    if (stream.atName("is")) {
      throw new SyntaxException("tests cannot be chained with 'is'; use 'and' or parentheses", stream.current().at());
    }
    return new CallArguments(List.of(postfixed(primary())), List.of(), null, null);
  }

  private boolean atTestArgument() {
    return switch (stream.current().kind()) {
      case NAME -> !stream.atName("else") && !stream.atName("or") && !stream.atName("and");
      case TEXT, INTEGER, FLOAT, LEFT_BRACKET, LEFT_BRACE -> true;
      default -> false;
    };
  }

  private String dottedName(String what) {
    if (!stream.at(TokenKind.NAME)) {
      throw stream.unexpected(what);
    }
    String first = stream.next().text();
    if (!stream.at(TokenKind.DOT)) {
      return first;
    }
    StringBuilder name = new StringBuilder(first);
    while (stream.accept(TokenKind.DOT)) {
      name.append('.').append(stream.expect(TokenKind.NAME).text());
    }
    return name.toString();
  }

  CallArguments arguments() {
    return new ArgumentParser(stream, expressions).arguments();
  }
}
