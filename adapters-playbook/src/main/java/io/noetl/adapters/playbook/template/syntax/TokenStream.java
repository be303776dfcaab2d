package io.noetl.adapters.playbook.template.syntax;

import java.util.List;

/** The tokens of a template with a place among them. The last token is {@link TokenKind#END} and is never passed. */
final class TokenStream {

  private final List<Token> tokens;
  private int at;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token current() {
    return tokens.get(at);
  }

  Token following() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token next() {
    Token token = tokens.get(at);
    if (at < tokens.size() - 1) {
      at++;
    }
    return token;
  }

  boolean at(TokenKind kind) {
    return current().kind() == kind;
  }

  boolean atName(String name) {
    return current().isName(name);
  }

  boolean accept(TokenKind kind) {
    if (!at(kind)) {
      return false;
    }
    next();
    return true;
  }

  boolean acceptName(String name) {
    if (!atName(name)) {
      return false;
    }
    next();
    return true;
  }

  Token expect(TokenKind kind) {
    if (!at(kind)) {
      throw unexpected(kind.shown());
    }
    return next();
  }

  void expectName(String name) {
    if (!acceptName(name)) {
      throw unexpected("'" + name + "'");
    }
  }

  SyntaxException unexpected(String expected) {
    return new SyntaxException("expected " + expected + ", found " + current().shown(), current().at());
  }
}
