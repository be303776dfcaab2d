package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.adapters.playbook.template.value.TextRepresentation;
import java.util.ArrayList;
import java.util.List;

/** What a match is replaced with: text and groups, written as Python's {@code re.sub} takes them. */
public final class Replacement {

  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private final Tokens tokens;
  private final RegularExpression expression;

  private sealed interface Part {

    record Text(String text) implements Part {}

    record Group(int number) implements Part {}
  }

  private Replacement(String source, RegularExpression expression) {
    this.tokens = new Tokens(source);
    this.expression = expression;
  }

  /**
   * A parsed replacement.
   *
   * @throws PatternException if it breaks the grammar or refers to a group that is not there
   */
  public static Replacement of(String source, RegularExpression expression) {
    Replacement replacement = new Replacement(source, expression);
    while (replacement.tokens.peek() != Tokens.END) {
      replacement.next();
    }
    replacement.endText();
    return replacement;
  }

  /** Appends the replacement of the match found last; a group that matched nothing is empty. */
  public void append(Rendering rendering, Matcher matcher, String text, StringBuilder out) {
    rendering.steps(parts.size());
    for (Part part : parts) {
      switch (part) {
        case Part.Text constant -> append(rendering, out, constant.text(), 0, constant.text().length());
        case Part.Group group -> {
          if (matcher.start(group.number()) >= 0) {
            append(rendering, out, text, matcher.start(group.number()), matcher.end(group.number()));
          }
        }
      }
    }
  }

  private static void append(Rendering rendering, StringBuilder out, String text, int from, int to) {
    rendering.length((long) out.length() + to - from);
    out.append(text, from, to);
  }

  private void endText() {
    if (!literal.isEmpty()) {
      parts.add(new Part.Text(literal.toString()));
      literal.setLength(0);
    }
  }

  private void next() {
    int token = tokens.take();
    if (!Tokens.isEscaped(token)) {
      literal.appendCodePoint(token);
      return;
    }
    int letter = token - Tokens.ESCAPED;
    if (letter == 'g') {
      named();
    } else if (letter == '0') {
      literal.appendCodePoint(Integer.parseInt("0" + tokens.digits(2, 8), 8) & 0xff);
    } else if (Tokens.isDigit(letter)) {
      numbered(letter);
    } else {
      other(letter);
    }
  }

  private void named() {
    if (!tokens.accept('<')) {
      throw tokens.error("missing <", 0);
    }
    String name = tokens.until('>', "group name");
    if (GroupParser.isIdentifier(name)) {
      Integer number = expression.names().get(name);
      if (number == null) {
        throw new PatternException("unknown group name " + TextRepresentation.of(name));
      }
      group(number, Integer.toString(number), 0);
      return;
    }
    int number = GroupParser.number(name);
    if (number < 0) {
      throw GroupParser.badName(tokens, name);
    }
    group(number, name.replaceFirst("^0+(?=.)", ""), name.length() + 1);
  }

  private void group(int number, String shown, int back) {
    if (number > expression.groups()) {
      throw tokens.error("invalid group reference " + shown, back);
    }
    endText();
    parts.add(new Part.Group(number));
  }

  /** A group of one or two digits, or an octal escape of three. */
  private void numbered(int first) {
    String digits = Character.toString(first);
    if (Tokens.isDigit(tokens.peek())) {
      digits += Character.toString(tokens.take());
      if (Tokens.isOctal(first) && Tokens.isOctal(digits.charAt(1)) && Tokens.isOctal(tokens.peek())) {
        digits += Character.toString(tokens.take());
        int c = Integer.parseInt(digits, 8);
        if (c > 0xff) {
          throw tokens.error("octal escape value \\" + digits + " outside of range 0-0o377", digits.length() + 1);
        }
        literal.appendCodePoint(c);
        return;
      }
    }
    group(Integer.parseInt(digits), digits, digits.length());
  }

  private void other(int letter) {
    Integer simple = EscapeParser.simple(letter);
    if (simple != null) {
      literal.appendCodePoint(simple);
    } else if (EscapeParser.isLetter(letter)) {
      throw tokens.error("bad escape \\" + Character.toString(letter), 2);
    } else {
      literal.append('\\').appendCodePoint(letter);
    }
  }
}
