package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for secrets in a text the other way round: it decodes whatever in the text may be an encoding, again and again,
 * and looks for the plain secrets in what comes out, whatever their case.
 */
final class SecretSearch {

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{10,}");
  private static final Pattern UNICODE = Pattern.compile("\\\\+[uU]([0-9a-fA-F]{4})");
  private static final Pattern BYTE = Pattern.compile("\\\\+[xX]([0-9a-fA-F]{2})");

  private static final int PREFIX = 6;

  private final List<String> secrets;

  /** The places of the secrets in the list, by how they begin. */
  private final Map<String, List<Integer>> beginnings = new HashMap<>();

  SecretSearch(List<String> secrets) {
    this.secrets = secrets.stream().map(SecretSearch::folded).toList();
    for (int i = 0; i < secrets.size(); i++) {
      beginnings.computeIfAbsent(this.secrets.get(i).substring(0, PREFIX), key -> new ArrayList<>()).add(i);
    }
  }

  /** The secrets found, by their places in the list. */
  Set<Integer> in(String text) {
    return in(decodings(text));
  }

  /** The secrets that stand in a text as they are. */
  Set<Integer> plainIn(String text) {
    return in(List.of(text));
  }

  private Set<Integer> in(List<String> texts) {
    Set<Integer> found = new LinkedHashSet<>();
    for (String decoded : texts) {
      String folded = folded(decoded);
      for (int at = 0; at + PREFIX <= folded.length(); at++) {
        for (int i : beginnings.getOrDefault(folded.substring(at, at + PREFIX), List.of())) {
          if (folded.startsWith(secrets.get(i), at)) {
            found.add(i);
          }
        }
      }
    }
    return found;
  }

  private static String folded(String text) {
    return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static List<String> decodings(String text) {
    Set<String> all = new LinkedHashSet<>();
    all.add(text);
    for (int round = 0; round < 2; round++) {
      for (String known : List.copyOf(all)) {
        all.add(unescaped(known));
        all.add(fromUrl(known));
        all.add(fromUrl(known).replace('+', ' '));
        all.add(fromHtml(known));
        all.add(known.replace("''", "'"));
      }
    }
    for (String known : List.copyOf(all)) {
      all.addAll(fromBase64(known));
    }
    return new ArrayList<>(all);
  }

  private static String unescaped(String text) {
    String plain = UNICODE.matcher(text).replaceAll(hit -> character(hit.group(1)));
    plain = BYTE.matcher(plain).replaceAll(hit -> character(hit.group(1)));
    return plain
        .replaceAll("\\\\+n", "\n")
        .replaceAll("\\\\+r", "\r")
        .replaceAll("\\\\+t", "\t")
        .replaceAll("\\\\+([\"'/])", "$1")
        .replace("\\\\", "\\");
  }

  private static String character(String hex) {
    return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(hex, 16)));
  }

  private static String fromUrl(String text) {
    String safe = text.replaceAll("%(?![0-9a-fA-F]{2})", "%25").replace("+", "%2B");
    return URLDecoder.decode(safe, UTF_8);
  }

  private static String fromHtml(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /** Every run of base64 characters from each of four places, so that one of them is the beginning of a group. */
  private static List<String> fromBase64(String text) {
    List<String> decoded = new ArrayList<>();
    Matcher runs = BASE64.matcher(text);
    while (runs.find()) {
      String run = runs.group().replace('-', '+').replace('_', '/');
      for (int from = 0; from < 4; from++) {
        String part = run.substring(from);
        part = part.substring(0, part.length() - part.length() % 4);
        byte[] bytes = Base64.getDecoder().decode(part);
        decoded.add(new String(bytes, UTF_8));
        decoded.add(new String(bytes, ISO_8859_1));
      }
    }
    return decoded;
  }
}
