package io.noetl.adapters.playbook.template.syntax;

/**
 * A piece of a template.
 *
 * @param text the name, the unescaped string, the digits of a number, or the data; empty for the others
 * @param at offset in the normalised source
 */
record Token(TokenKind kind, String text, int at) {

  boolean isName(String name) {
    return kind == TokenKind.NAME && text.equals(name);
  }

  /** How messages call this token. */
  String shown() {
    return switch (kind) {
      case NAME, INTEGER, FLOAT -> "'" + text + "'";
      default -> kind.shown();
    };
  }
}
