package io.noetl.adapters.playbook.template.syntax;

import io.noetl.adapters.playbook.template.syntax.Target.AttributeTarget;
import io.noetl.adapters.playbook.template.syntax.Target.NameTarget;
import io.noetl.adapters.playbook.template.syntax.Target.TupleTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses what stands to the left of an assignment. */
final class TargetParser {

  private static final Set<String> CONSTANTS = Set.of("true", "false", "none", "null", "True", "False", "None");

  private final TokenStream stream;
  private int nesting;

  TargetParser(TokenStream stream) {
    this.stream = stream;
  }

  /** A name or a tuple of targets, up to a name {@code endName}. */
  Target target(@Nullable String endName, boolean attributes) {
    int at = stream.current().at();
    List<Target> items = new ArrayList<>();
    boolean isTuple = false;
    while (!atEnd(endName)) {
      items.add(single(attributes));
      if (!stream.accept(TokenKind.COMMA)) {
        break;
      }
      isTuple = true;
      if (endName != null && stream.atName(endName)) { // as in Jinja, a comma stands between names only
        throw stream.unexpected("a name to assign to");
      }
    }
    if (!isTuple && items.size() == 1) {
      return items.getFirst();
    }
    if (items.isEmpty()) {
      throw stream.unexpected("a name to assign to");
    }
    return new TupleTarget(items, at);
  }

  private boolean atEnd(@Nullable String endName) {
    return stream.at(TokenKind.BLOCK_END) || stream.at(TokenKind.RIGHT_PARENTHESIS)
        || (endName != null && stream.atName(endName));
  }

  private Target single(boolean attributes) {
    int at = stream.current().at();
    if (stream.accept(TokenKind.LEFT_PARENTHESIS)) {
      if (++nesting > ExpressionParser.MAX_NESTING) {
        throw new SyntaxException("nested deeper than the limit of " + ExpressionParser.MAX_NESTING + " levels", at);
      }
      Target inside = target(null, attributes);
      stream.expect(TokenKind.RIGHT_PARENTHESIS);
      nesting--;
      return inside;
    }
    Token token = name();
    if (attributes && stream.accept(TokenKind.DOT)) {
      return new AttributeTarget(token.text(), stream.expect(TokenKind.NAME).text(), token.at());
    }
    return new NameTarget(token.text(), token.at());
  }

  /** One name that may be assigned to. */
  Token name() {
    if (!stream.at(TokenKind.NAME)) {
      throw stream.unexpected("a name to assign to");
    }
    Token token = stream.next();
    if (CONSTANTS.contains(token.text())) {
      throw new SyntaxException("cannot assign to '" + token.text() + "'", token.at());
    }
    return token;
  }
}
