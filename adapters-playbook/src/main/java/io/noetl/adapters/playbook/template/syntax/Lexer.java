package io.noetl.adapters.playbook.template.syntax;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a template into data and tags, and hands the inside of tags to {@link TagLexer}. White space next to a tag is
 * stripped where the tag says so ({@code -}); {@code +} is accepted and changes nothing, as nothing is stripped by
 * default. Comments and raw blocks end here.
 */
final class Lexer {

  /** How many tokens a template may have. */
  private static final int MAX_TOKENS = 200_000;

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  /** Whether the tag that ended last asked to strip the white space that follows it. */
  private boolean strip;

  private Lexer(String source) {
    this.source = source;
  }

  /** The tokens of a normalised text, ending with {@link TokenKind#END}. */
  static List<Token> tokens(String source) {
    Lexer lexer = new Lexer(source);
    lexer.run();
    return lexer.tokens;
  }

  private void run() {
    while (true) {
      int tag = nextTag(at);
      if (tag < 0) {
        data(source.length(), false);
        tokens.add(new Token(TokenKind.END, "", source.length()));
        return;
      }
      int inside = tag + 2;
      char sign = inside < source.length() ? source.charAt(inside) : ' ';
      data(tag, sign == '-');
      at = sign == '-' || sign == '+' ? inside + 1 : inside;
      switch (source.charAt(tag + 1)) {
        case '#' -> comment(tag);
        case '%' -> block(tag);
        default -> tag(tag, TokenKind.PRINT_BEGIN, TokenKind.PRINT_END);
      }
    }
  }

  private int nextTag(int from) {
    int brace = source.indexOf('{', from);
    while (brace >= 0 && brace + 1 < source.length()) {
      char next = source.charAt(brace + 1);
      if (next == '{' || next == '%' || next == '#') {
        return brace;
      }
      brace = source.indexOf('{', brace + 1);
    }
    return -1;
  }

  private void data(int end, boolean stripEnd) {
    int from = strip ? skipSpace(at) : at;
    int to = end;
    if (stripEnd) {
      while (to > from && WhiteSpace.is(source.charAt(to - 1))) {
        to--;
      }
    }
    strip = false;
    if (from < to) {
      tokens.add(new Token(TokenKind.DATA, source.substring(from, to), from));
    }
  }

  private void comment(int tag) {
    int end = source.indexOf("#}", at);
    if (at == source.length()) { // as in Jinja, nothing at all behind a '{#' is no open comment
      return;
    }
    if (end < 0) {
      throw new SyntaxException("a comment without its closing '#}'", tag);
    }
    strip = end > at && source.charAt(end - 1) == '-';
    at = end + 2;
  }

  private void block(int tag) {
    int name = skipSpace(at);
    if (source.startsWith("raw", name)) {
      int behind = skipSpace(name + 3);
      int end = source.startsWith("+", behind) ? -1 : tagEnd(behind); // as in Jinja, there is no raw +%}
      if (end >= 0) {
        at = end;
        raw(tag);
        return;
      }
    }
    tag(tag, TokenKind.BLOCK_BEGIN, TokenKind.BLOCK_END);
  }

  /** Behind the {@code %}} that stands here (with its sign), or -1 when none does. Notes whether to strip. */
  private int tagEnd(int from) {
    int position = from;
    boolean minus = source.startsWith("-%}", position);
    if (minus || source.startsWith("+%}", position)) {
      position++;
    }
    if (!source.startsWith("%}", position)) {
      return -1;
    }
    strip = minus;
    return position + 2;
  }

  private void raw(int tag) {
    int open = source.indexOf("{%", at);
    while (open >= 0) {
      int inside = open + 2;
      char sign = inside < source.length() ? source.charAt(inside) : ' ';
      int name = skipSpace(sign == '-' || sign == '+' ? inside + 1 : inside);
      if (source.startsWith("endraw", name)) {
        boolean stripStart = strip;
        int end = tagEnd(skipSpace(name + 6));
        if (end >= 0) {
          boolean stripNext = strip;
          strip = stripStart;
          data(open, sign == '-');
          strip = stripNext;
          at = end;
          return;
        }
      }
      open = source.indexOf("{%", open + 2);
    }
    if (at == source.length()) { // as in Jinja, nothing at all behind the tag is no open block
      return;
    }
    throw new SyntaxException("a raw block without its 'endraw'", tag);
  }

  /** Refuses more tokens than a template may have. */
  static void limit(List<Token> tokens, int at) {
    if (tokens.size() > MAX_TOKENS) {
      throw new SyntaxException("a template of more than " + MAX_TOKENS + " tokens", at);
    }
  }

  private void tag(int tag, TokenKind begin, TokenKind end) {
    limit(tokens, tag);
    tokens.add(new Token(begin, "", tag));
    TagLexer inside = new TagLexer(source, at, tokens, end);
    at = inside.run();
    strip = inside.stripsNext();
  }

  private int skipSpace(int from) {
    int position = from;
    while (position < source.length() && WhiteSpace.is(source.charAt(position))) {
      position++;
    }
    return position;
  }
}
