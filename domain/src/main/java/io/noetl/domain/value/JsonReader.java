package io.noetl.domain.value;

import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON text (RFC 8259) strictly: one value, nothing after it, no comments, no NaN, nested at most {@value
 * #MAX_DEPTH} deep. Of a key that stands twice in an object the last value wins, at the place of the first. Integers
 * are kept whole at any size up to {@value #MAX_DIGITS} digits; a number with a fraction or exponent is a double.
 */
public final class JsonReader {

  /** How deep lists and maps may nest. */
  public static final int MAX_DEPTH = 512;

  /** How many digits a number may have. */
  public static final int MAX_DIGITS = 4_300;

  private final String text;
  private int at;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * The value that {@code text} holds.
   *
   * @throws JsonException if the text is no JSON or beyond a limit
   */
  public static Value read(String text) {
    JsonReader reader = new JsonReader(text);
    Value value = reader.value(0);
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw reader.problem("unexpected " + reader.shown() + " after the value");
    }
    return value;
  }

  private Value value(int depth) {
    skipSpace();
    if (at == text.length()) {
      throw problem("unexpected end of the text");
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> map(depth);
      case '[' -> list(depth);
      case '"' -> Value.of(string());
      case 't' -> word("true", Value.TRUE);
      case 'f' -> word("false", Value.FALSE);
      case 'n' -> word("null", Value.NULL);
      default -> {
        if (c == '-' || isDigit(c)) {
          yield number();
        }
        throw problem("unexpected " + shown());
      }
    };
  }

  private MapValue map(int depth) {
    open(depth);
    Map<String, Value> entries = new LinkedHashMap<>();
    skipSpace();
    if (accept('}')) {
      return Value.EMPTY_MAP;
    }
    do {
      skipSpace();
      if (at == text.length() || text.charAt(at) != '"') {
        throw problem("expected a key in double quotes, found " + shown());
      }
      String key = string();
      skipSpace();
      expect(':');
      entries.put(key, value(depth + 1));
      skipSpace();
    } while (accept(','));
    expect('}');
    return Value.of(entries);
  }

  private ListValue list(int depth) {
    open(depth);
    List<Value> items = new ArrayList<>();
    skipSpace();
    if (accept(']')) {
      return Value.EMPTY_LIST;
    }
    do {
      items.add(value(depth + 1));
      skipSpace();
    } while (accept(','));
    expect(']');
    return Value.of(items);
  }

  /** Reads the bracket of a map or list that lies in {@code depth} others. */
  private void open(int depth) {
    if (depth == MAX_DEPTH) {
      throw problem("nested deeper than " + MAX_DEPTH + " levels");
    }
    at++;
  }

  private Value word(String word, Value value) {
    if (!text.startsWith(word, at)) {
      throw problem("unexpected " + shown());
    }
    at += word.length();
    return value;
  }

  private Value number() {
    int start = at;
    accept('-');
    if (accept('0')) {
      if (at < text.length() && isDigit(text.charAt(at))) {
        throw problem("a number must not begin with 0");
      }
    } else {
      digits();
    }
    boolean whole = true;
    if (accept('.')) {
      whole = false;
      digits();
    }
    if (accept('e') || accept('E')) {
      whole = false;
      if (!accept('+')) {
        accept('-');
      }
      digits();
    }
    return numberOf(text.substring(start, at), whole, start);
  }

  private Value numberOf(String digits, boolean whole, int start) {
    if (digits.length() > MAX_DIGITS) {
      at = start;
      throw problem("a number of more than " + MAX_DIGITS + " digits");
    }
    if (whole) {
      return digits.length() < 19 ? Value.of(Long.parseLong(digits)) : Value.of(new BigInteger(digits));
    }
    double value = Double.parseDouble(digits);
    if (Double.isInfinite(value)) {
      at = start;
      throw problem("a number beyond the range of a double");
    }
    return Value.of(value);
  }

  private void digits() {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw problem("expected a digit, found " + shown());
    }
  }

  private String string() {
    int start = ++at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\') {
        return escapedString(start);
      }
      if (c < 0x20) {
        throw problem("a control character inside a string");
      }
      at++;
    }
    throw problem("a string without its closing quote");
  }

  private String escapedString(int start) {
    StringBuilder out = new StringBuilder().append(text, start, at);
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      if (c == '\\') {
        out.append(escape());
      } else if (c < 0x20) {
        at--;
        throw problem("a control character inside a string");
      } else {
        out.append(c);
      }
    }
    throw problem("a string without its closing quote");
  }

  private char escape() {
    if (at == text.length()) {
      throw problem("a string without its closing quote");
    }
    char c = text.charAt(at++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> {
        at--;
        throw problem("an unknown escape \\" + c);
      }
    };
  }

  private char hex() {
    int code = 0;
    for (int i = 0; i < 4; i++) {
      int digit = at < text.length() && text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw problem("expected four hexadecimal digits after \\u");
      }
      code = code << 4 | digit;
      at++;
    }
    return (char) code;
  }

  private void skipSpace() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean accept(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw problem("expected '" + c + "', found " + shown());
    }
  }

  private String shown() {
    return at == text.length() ? "the end of the text" : "'" + Character.toString(text.codePointAt(at)) + "'";
  }

  private JsonException problem(String problem) {
    int line = 1;
    int column = 1;
    for (int i = 0; i < at; i++) {
      column++;
      if (text.charAt(i) == '\n') {
        line++;
        column = 1;
      }
    }
    return new JsonException(problem, line, column);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
