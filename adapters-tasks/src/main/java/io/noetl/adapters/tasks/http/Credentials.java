package io.noetl.adapters.tasks.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells by their names which headers and query parameters carry credentials, and takes those out of URLs. When in doubt
 * a name counts as one.
 */
public final class Credentials {

  /** What stands in the place of a credential. */
  public static final String REDACTED = "***";

  private static final Set<String> TELLING =
      Set.of(
          "authorization", "auth", "cookie", "cookie2", "token", "accesstoken", "authtoken", "idtoken", "refreshtoken",
          "secret", "clientsecret", "password", "passwd", "passphrase", "pwd", "pass", "signature", "sig", "credential",
          "credentials", "apikey", "appkey", "appid", "accesskey", "secretkey", "subscriptionkey", "jwt", "bearer",
          "session", "sessionid", "sid");

  /** Words before {@code key} that make it a credential; {@code sort_key} and {@code idempotency-key} are none. */
  private static final Set<String> OF_KEY =
      Set.of(
          "api", "app", "access", "account", "admin", "auth", "client", "functions", "license", "master", "private",
          "secret", "service", "shared", "subscription", "x");

  /** Words before {@code token} that make it a place in a list of pages. */
  private static final Set<String> OF_PAGE_TOKEN = Set.of("page", "next", "continuation");

  private static final Pattern WORD_END = Pattern.compile("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])");

  /** {@code scheme://user:password@}; user info reaches to the last {@code @} of the authority. */
  private static final Pattern USER_INFO = Pattern.compile("(//)[^/?#]*@");

  private Credentials() {}

  /** Whether a header or query parameter of that name carries a credential. */
  public static boolean names(String name) {
    String[] words = WORD_END.split(name, -1);
    for (int i = 0; i < words.length; i++) {
      String word = words[i].toLowerCase(Locale.ROOT);
      String before = i == 0 ? "" : words[i - 1].toLowerCase(Locale.ROOT);
      boolean page = word.equals("token") && OF_PAGE_TOKEN.contains(before);
      boolean key = word.equals("key") && (words.length == 1 || OF_KEY.contains(before));
      if (key || (TELLING.contains(word) && !page)) {
        return true;
      }
    }
    return false;
  }

  /** A text, such as the body of a response, without the credentials that a call carried in its headers and query. */
  static String without(HttpCall call, String text) {
    String shown = text;
    for (Header header : call.headers()) {
      if (names(header.name())) {
        for (String part : header.value().split("\\s+", -1)) {
          shown = without(part, shown);
        }
      }
    }
    String query = call.url().getRawQuery();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals >= 0 && names(decoded(pair.substring(0, equals)))) {
        shown = without(decoded(pair.substring(equals + 1)), shown);
      }
    }
    return shown;
  }

  /** Short texts are no secrets, and words such as {@code Basic} say nothing. */
  private static String without(String secret, String text) {
    boolean scheme = secret.equalsIgnoreCase("basic") || secret.equalsIgnoreCase("bearer");
    return secret.length() < 4 || scheme ? text : text.replace(secret, REDACTED);
  }

  /** A URL with user info left out and the values of credential parameters replaced. Need not be a valid URL. */
  public static String masked(String url) {
    String anonymous = USER_INFO.matcher(url).replaceFirst("$1");
    int query = anonymous.indexOf('?');
    if (query < 0) {
      return anonymous;
    }
    int hash = anonymous.indexOf('#', query);
    int end = hash < 0 ? anonymous.length() : hash;
    StringBuilder masked = new StringBuilder(anonymous.substring(0, query));
    char separator = '?';
    for (String pair : anonymous.substring(query + 1, end).split("&", -1)) {
      masked.append(separator).append(maskedPair(pair));
      separator = '&';
    }
    return masked.append(anonymous, end, anonymous.length()).toString();
  }

  private static String maskedPair(String pair) {
    int equals = pair.indexOf('=');
    return equals >= 0 && names(decoded(pair.substring(0, equals)))
        ? pair.substring(0, equals + 1) + REDACTED
        : pair;
  }

  /** A name or value of a query as text; one that is not percent-encoded properly stays as it is. */
  public static String decoded(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return encoded;
    }
  }
}
