package io.noetl.adapters.playbook.template.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the inside of one tag into tokens, up to its end, which is only seen outside brackets. */
final class TagLexer {

  private final String source;
  private final List<Token> tokens;
  private final TokenKind end;
  private final Deque<Character> open = new ArrayDeque<>();
  private int at;
  private boolean stripsNext;

  TagLexer(String source, int at, List<Token> tokens, TokenKind end) {
    this.source = source;
    this.at = at;
    this.tokens = tokens;
    this.end = end;
  }

  /** Whether the end of the tag asked to strip the white space that follows. */
  boolean stripsNext() {
    return stripsNext;
  }

  /** Adds the tokens of the tag and its end; the offset behind it. */
  int run() {
    while (true) {
      while (at < source.length() && WhiteSpace.is(source.charAt(at))) {
        at++;
      }
      if (at == source.length()) {
        tokens.add(new Token(TokenKind.END, "", at));
        return at;
      }
      if (open.isEmpty() && atEnd()) {
        return at;
      }
      Lexer.limit(tokens, at);
      token();
    }
  }

  private boolean atEnd() {
    String mark = end == TokenKind.PRINT_END ? "}}" : "%}";
    char first = source.charAt(at);
    boolean minus = first == '-' && source.startsWith(mark, at + 1);
    boolean plus = first == '+' && end == TokenKind.BLOCK_END && source.startsWith(mark, at + 1);
    if (!minus && !plus && !source.startsWith(mark, at)) {
      return false;
    }
    tokens.add(new Token(end, "", at));
    stripsNext = minus;
    at += minus || plus ? 3 : 2;
    return true;
  }

  private void token() {
    char c = source.charAt(at);
    if (c >= '0' && c <= '9') {
      number();
    } else if (c == '"' || c == '\'') {
      text(c);
    } else if (c == '_' || Character.isUnicodeIdentifierStart(source.codePointAt(at))) {
      name();
    } else {
      operator(c);
    }
  }

  private void number() {
    NumberLiteral number = NumberLiteral.at(source, at);
    tokens.add(new Token(number.whole() ? TokenKind.INTEGER : TokenKind.FLOAT, number.digits(), at));
    at = number.end();
  }

  private void text(char quote) {
    int from = at + 1;
    int position = from;
    while (position < source.length() && source.charAt(position) != quote) {
      position += source.charAt(position) == '\\' ? 2 : 1;
    }
    if (position >= source.length()) {
      throw new SyntaxException("a string without its closing " + quote, at);
    }
    tokens.add(new Token(TokenKind.TEXT, TextLiteral.unescaped(source.substring(from, position), from), at));
    at = position + 1;
  }

  private void name() {
    int position = at;
    while (position < source.length()) {
      int c = source.codePointAt(position);
      if (c != '_' && (!Character.isUnicodeIdentifierPart(c) || Character.isIdentifierIgnorable(c))) {
        break;
      }
      position += Character.charCount(c);
    }
    tokens.add(new Token(TokenKind.NAME, source.substring(at, position), at));
    at = position;
  }

  private void operator(char c) {
    TokenKind kind = doubled(c);
    int length = 2;
    if (kind == null) {
      kind = single(c);
      length = 1;
    }
    if (kind == null) {
      throw new SyntaxException(unexpected(), at);
    }
    balance(c);
    tokens.add(new Token(kind, "", at));
    at += length;
  }

  private String unexpected() {
    String shown = "unexpected character '" + Character.toString(source.codePointAt(at)) + "'";
    return switch (source.charAt(at)) {
      case '&' -> shown + "; write 'and'";
      case '!' -> shown + "; write 'not'";
      case '?' -> shown + "; write 'a if condition else b', or 'x | default(y)'";
      default -> shown;
    };
  }

  private void balance(char c) {
    switch (c) {
      case '(' -> open.push(')');
      case '[' -> open.push(']');
      case '{' -> open.push('}');
      case ')', ']', '}' -> {
        if (open.isEmpty()) {
          throw new SyntaxException("unexpected '" + c + "'", at);
        }
        char expected = open.pop();
        if (expected != c) {
          throw new SyntaxException("unexpected '" + c + "', expected '" + expected + "'", at);
        }
      }
      default -> {}
    }
  }

  private @Nullable TokenKind doubled(char c) {
    char next = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
    return switch (c) {
      case '/' -> next == '/' ? TokenKind.FLOOR_DIVIDE : null;
      case '*' -> next == '*' ? TokenKind.POWER : null;
      case '=' -> next == '=' ? TokenKind.EQUAL : null;
      case '!' -> next == '=' ? TokenKind.NOT_EQUAL : null;
      case '<' -> next == '=' ? TokenKind.LESS_OR_EQUAL : null;
      case '>' -> next == '=' ? TokenKind.GREATER_OR_EQUAL : null;
      default -> null;
    };
  }

  private static @Nullable TokenKind single(char c) {
    return switch (c) {
      case '+' -> TokenKind.ADD;
      case '-' -> TokenKind.SUBTRACT;
      case '/' -> TokenKind.DIVIDE;
      case '*' -> TokenKind.MULTIPLY;
      case '%' -> TokenKind.MODULO;
      case '~' -> TokenKind.TILDE;
      case '[' -> TokenKind.LEFT_BRACKET;
      case ']' -> TokenKind.RIGHT_BRACKET;
      case '(' -> TokenKind.LEFT_PARENTHESIS;
      case ')' -> TokenKind.RIGHT_PARENTHESIS;
      case '{' -> TokenKind.LEFT_BRACE;
      case '}' -> TokenKind.RIGHT_BRACE;
      case '>' -> TokenKind.GREATER;
      case '<' -> TokenKind.LESS;
      case '=' -> TokenKind.ASSIGN;
      case '.' -> TokenKind.DOT;
      case ':' -> TokenKind.COLON;
      case '|' -> TokenKind.PIPE;
      case ',' -> TokenKind.COMMA;
      case ';' -> TokenKind.SEMICOLON;
      default -> null;
    };
  }
}
