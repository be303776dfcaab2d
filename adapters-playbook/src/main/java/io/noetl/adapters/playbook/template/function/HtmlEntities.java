package io.noetl.adapters.playbook.template.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Character references of HTML back to characters, as browsers and Python's {@code html.unescape} read them. */
final class HtmlEntities {

  private static final Pattern REFERENCE =
      Pattern.compile("&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\\t\\n\\f <&#;]{1,32};?)");

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private HtmlEntities() {}

  /** Loaded when the first text has a reference. */
  private static final class Names {
    static final Map<String, String> ALL = load();

    private static Map<String, String> load() {
      Map<String, String> names = new HashMap<>();
      try (InputStream in = HtmlEntities.class.getResourceAsStream("html-entities.txt")) {
        if (in == null) {
          throw new IllegalStateException("the resource html-entities.txt is missing");
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.startsWith("#")) {
            String[] parts = line.split(" ", -1);
            StringBuilder characters = new StringBuilder();
            for (int i = 1; i < parts.length; i++) {
              characters.appendCodePoint(Integer.parseInt(parts[i], 16));
            }
            names.put(parts[0], characters.toString());
          }
        }
        return names;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  static String unescaped(String text) {
    return text.indexOf('&') < 0
        ? text
        : REFERENCE.matcher(text).replaceAll(reference -> Matcher.quoteReplacement(characters(reference)));
  }

  private static String characters(MatchResult reference) {
    String name = reference.group(1);
    return name.startsWith("#") ? numbered(name) : named(name);
  }

  /** The characters of a name, or of the longest beginning of it that is one. */
  private static String named(String name) {
    for (int length = name.length(); length > 1; length--) {
      String characters = Names.ALL.get(name.substring(0, length));
      if (characters != null) {
        return characters + name.substring(length);
      }
    }
    return "&" + name;
  }

  private static String numbered(String name) {
    boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    String digits = name.substring(hex ? 2 : 1, name.endsWith(";") ? name.length() - 1 : name.length());
    String significant = digits.replaceFirst("^0+", "");
    if (significant.isEmpty() || significant.length() > 8) {
      return "\ufffd";
    }
    int code = (int) Math.min(Long.parseLong(significant, hex ? 16 : 10), Integer.MAX_VALUE);
    if (code >= 0x80 && code <= 0x9f) {
      String windows = new String(new byte[] {(byte) code}, WINDOWS);
      return windows.equals("\ufffd") ? Character.toString(code) : windows;
    }
    if ((code >= 0xd800 && code <= 0xdfff) || code > Character.MAX_CODE_POINT) {
      return "\ufffd";
    }
    return isNoCharacter(code) ? "" : Character.toString(code);
  }

  private static boolean isNoCharacter(int code) {
    boolean control = (code < 0x20 && code != '\t' && code != '\n' && code != '\f' && code != '\r') || code == 0x7f;
    return control || (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) == 0xfffe;
  }
}
