package io.noetl.adapters.playbook.template.regex;

import io.noetl.adapters.playbook.template.regex.Node.Category;
import io.noetl.adapters.playbook.template.regex.Node.Member;
import io.noetl.adapters.playbook.template.regex.Node.Place;
import io.noetl.adapters.playbook.template.value.TextRepresentation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses what begins with a backslash. */
final class EscapeParser {

  private final Tokens tokens;
  private final Groups groups;

  EscapeParser(Tokens tokens, Groups groups) {
    this.tokens = tokens;
    this.groups = groups;
  }

  /** The character of a simple escape that patterns and replacements share, or null. */
  static @Nullable Integer simple(int letter) {
    return switch (letter) {
      case 'a' -> 7;
      case 'b' -> (int) '\b';
      case 'f' -> (int) '\f';
      case 'n' -> (int) '\n';
      case 'r' -> (int) '\r';
      case 't' -> (int) '\t';
      case 'v' -> 11;
      case '\\' -> (int) '\\';
      default -> null;
    };
  }

  static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** An escape outside of a set: {@code letter} stands behind the backslash, which is at {@code at}. */
  Node inPattern(int letter, int at) {
    Place.Kind place = place(letter);
    if (place != null) {
      return new Place(place, at);
    }
    Member kind = kind(letter);
    if (kind != null) {
      return new Node.CharacterSet(false, List.of(kind), at);
    }
    if (letter == '0') {
      return new Node.Literal(Integer.parseInt("0" + tokens.digits(2, 8), 8), at);
    }
    return Tokens.isDigit(letter) ? numbered(letter, at) : new Node.Literal(character(letter), at);
  }

  /** An escape within a set. */
  Member inSet(int letter) {
    Member kind = kind(letter);
    if (kind != null) {
      return kind;
    }
    int c = Tokens.isOctal(letter) ? octal(Character.toString(letter) + tokens.digits(2, 8)) : character(letter);
    return new Member.Range(c, c);
  }

  private static Place.@Nullable Kind place(int letter) {
    return switch (letter) {
      case 'A' -> Place.Kind.TEXT_BEGINNING;
      case 'Z' -> Place.Kind.TEXT_END;
      case 'b' -> Place.Kind.BOUNDARY;
      case 'B' -> Place.Kind.NO_BOUNDARY;
      default -> null;
    };
  }

  private static @Nullable Member kind(int letter) {
    return switch (letter) {
      case 'd', 'D' -> new Member.Kind(Category.DIGIT, letter == 'D');
      case 's', 'S' -> new Member.Kind(Category.SPACE, letter == 'S');
      case 'w', 'W' -> new Member.Kind(Category.WORD, letter == 'W');
      default -> null;
    };
  }

  /** A back reference of one or two digits, or an octal escape of three. */
  private Node numbered(int first, int at) {
    String digits = Character.toString(first);
    if (Tokens.isDigit(tokens.peek())) {
      digits += Character.toString(tokens.take());
      if (Tokens.isOctal(first) && Tokens.isOctal(digits.charAt(1)) && Tokens.isOctal(tokens.peek())) {
        return new Node.Literal(octal(digits + Character.toString(tokens.take())), at);
      }
    }
    int group = Integer.parseInt(digits);
    if (group >= groups.count()) {
      throw tokens.error("invalid group reference " + group, digits.length());
    }
    if (!groups.isClosed(group)) {
      throw tokens.error("cannot refer to an open group", digits.length() + 1);
    }
    groups.checkReference(group, tokens);
    return new Node.BackReference(group, at);
  }

  private int octal(String digits) {
    int c = Integer.parseInt(digits, 8);
    if (c > 0xff) {
      throw tokens.error("octal escape value \\" + digits + " outside of range 0-0o377", digits.length() + 1);
    }
    return c;
  }

  private int character(int letter) {
    Integer simple = simple(letter);
    if (simple != null) {
      return simple;
    }
    return switch (letter) {
      case 'x' -> hexadecimal(letter, 2);
      case 'u' -> hexadecimal(letter, 4);
      case 'U' -> hexadecimal(letter, 8);
      case 'N' -> named();
      default -> {
        if (isLetter(letter) || Tokens.isDigit(letter)) {
          throw tokens.error("bad escape \\" + Character.toString(letter), 2);
        }
        yield letter;
      }
    };
  }

  private int hexadecimal(int letter, int length) {
    String digits = tokens.digits(length, 16);
    String escape = "\\" + Character.toString(letter) + digits;
    if (digits.length() < length) {
      throw tokens.error("incomplete escape " + escape, escape.length());
    }
    long c = Long.parseLong(digits, 16);
    if (c > Character.MAX_CODE_POINT) {
      throw tokens.error("bad escape " + escape, escape.length());
    }
    return (int) c;
  }

  private int named() {
    if (!tokens.accept('{')) {
      throw tokens.error("missing {", 0);
    }
    String name = tokens.until('}', "character name");
    try {
      return Character.codePointOf(name);
    } catch (IllegalArgumentException unknown) {
      throw tokens.error("undefined character name " + TextRepresentation.of(name), Tokens.length(name) + 4);
    }
  }
}
