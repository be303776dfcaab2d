package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.CallArguments.Keyword;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what stands between the parentheses of one call. */
final class ArgumentParser {

  private final TokenStream stream;
  private final ExpressionParser expressions;
  private final List<Expression> positional = new ArrayList<>();
  private final List<Keyword> named = new ArrayList<>();
  private @Nullable Expression unpacked;
  private @Nullable Expression unpackedNamed;

  ArgumentParser(TokenStream stream, ExpressionParser expressions) {
    this.stream = stream;
    this.expressions = expressions;
  }

  CallArguments arguments() {
    stream.expect(TokenKind.LEFT_PARENTHESIS);
    while (!stream.at(TokenKind.RIGHT_PARENTHESIS)) {
      argument();
      if (!stream.accept(TokenKind.COMMA)) {
        break;
      }
    }
    stream.expect(TokenKind.RIGHT_PARENTHESIS);
    return new CallArguments(positional, named, unpacked, unpackedNamed);
  }

  private void argument() {
    if (stream.at(TokenKind.MULTIPLY)) {
      ensure(unpacked == null && unpackedNamed == null, "'*' may stand once, before '**'");
      stream.next();
      unpacked = expressions.expression();
    } else if (stream.at(TokenKind.POWER)) {
      ensure(unpackedNamed == null, "'**' may stand once");
      stream.next();
      unpackedNamed = expressions.expression();
    } else if (stream.at(TokenKind.NAME) && stream.following().kind() == TokenKind.ASSIGN) {
      ensure(unpackedNamed == null, "a named argument cannot follow '**'");
      keyword();
    } else {
      ensure(named.isEmpty() && unpacked == null && unpackedNamed == null, "a positional argument cannot follow others");
      positional.add(expressions.expression());
    }
  }

  private void keyword() {
    String name = stream.current().text();
    for (Keyword other : named) {
      ensure(!other.name().equals(name), "argument '" + name + "' is given twice");
    }
    stream.next();
    stream.next();
    named.add(new Keyword(name, expressions.expression()));
  }

  private void ensure(boolean condition, String message) {
    if (!condition) {
      throw new SyntaxException(message, stream.current().at());
    }
  }
}
