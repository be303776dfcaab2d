package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.SettingException;
import java.net.IDN;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as people write it, made fit to be sent: what a URI may not hold is percent-encoded as UTF-8 (RFC 3986), host
 * names become ASCII (IDNA), the fragment is dropped and user info becomes basic authorization (RFC 7617).
 *
 * @param uri absolute, without user info and fragment
 * @param authorization the value of the {@code Authorization} header that the user info stands for, or empty
 */
record Url(URI uri, String authorization) {

  private static final Pattern PARTS =
      Pattern.compile("(https?)://([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^\\]]*]|[^:]*)(?::([0-9]{0,5}))?");

  /** What may stand in a path or query beside letters and digits. */
  private static final String ALLOWED = "-._~!$&'()*+,;=:@/?%";

  private static final String HEX = "0123456789ABCDEF";

  /**
   * Reads an endpoint and appends parameters to its query.
   *
   * @throws SettingException if it is no http or https URL; the message shows it without credentials
   */
  static Url of(String endpoint, List<Map.Entry<String, String>> params) throws SettingException {
    Matcher parts = PARTS.matcher(endpoint.strip());
    if (!parts.matches()) {
      throw problem("endpoint must be a URL that begins with http:// or https://, not ", endpoint);
    }
    String authority = parts.group(2);
    int at = authority.lastIndexOf('@');
    String host = host(authority.substring(at + 1), endpoint);
    String path = parts.group(3).isEmpty() ? "/" : encoded(parts.group(3));
    String own = parts.group(4) == null ? "" : encoded(parts.group(4));
    String query = query(own, params);
    try {
      URI uri = URI.create(parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + path + query);
      if (uri.getHost() == null) {
        throw problem("endpoint has no valid host name (letters, digits, '-' and '.'): ", endpoint);
      }
      return new Url(uri, at < 0 ? "" : basic(authority.substring(0, at)));
    } catch (IllegalArgumentException e) {
      throw problem("endpoint is no valid URL: ", endpoint);
    }
  }

  /** Where a {@code Location} header leads from {@code base} (RFC 9110 §10.2.2). */
  static URI resolved(URI base, String location) throws SettingException {
    String text = location.strip();
    if (PARTS.matcher(text).matches()) {
      return of(text, List.of()).uri();
    }
    String origin = base.getScheme() + "://" + base.getRawAuthority();
    if (text.startsWith("//")) {
      return of(base.getScheme() + ":" + text, List.of()).uri();
    }
    if (text.startsWith("?")) {
      return of(origin + base.getRawPath() + text, List.of()).uri();
    }
    int end = text.indexOf('#');
    String reference = encoded(end < 0 ? text : text.substring(0, end));
    try {
      URI target = base.resolve(URI.create(reference));
      return of(target.toString(), List.of()).uri();
    } catch (IllegalArgumentException e) {
      throw problem("it leads to no valid URL: ", location);
    }
  }

  private static String host(String hostAndPort, String endpoint) throws SettingException {
    Matcher matcher = HOST_AND_PORT.matcher(hostAndPort);
    if (!matcher.matches() || matcher.group(1).isEmpty()) {
      throw problem("endpoint has no valid host and port: ", endpoint);
    }
    String port = matcher.group(2);
    if (port != null && !port.isEmpty() && Integer.parseInt(port) > 65_535) {
      throw problem("endpoint has a port above 65535: ", endpoint);
    }
    String host = matcher.group(1);
    try {
      String ascii = host.startsWith("[") ? host : IDN.toASCII(host);
      return port == null || port.isEmpty() ? ascii : ascii + ":" + port;
    } catch (IllegalArgumentException e) {
      throw problem("endpoint has no valid host name (letters, digits, '-' and '.'): ", endpoint);
    }
  }

  private static String query(String own, List<Map.Entry<String, String>> params) {
    StringBuilder query = new StringBuilder(own);
    for (Map.Entry<String, String> param : params) {
      if (!query.isEmpty() && query.charAt(query.length() - 1) != '&') {
        query.append('&');
      }
      query.append(component(param.getKey())).append('=').append(component(param.getValue()));
    }
    return query.isEmpty() ? "" : "?" + query;
  }

  /** A name or value of a query: all but letters, digits and {@code -._~*} is encoded, a space as {@code %20}. */
  private static String component(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  /** A path or query: what may not stand there is encoded, what is encoded already stays. */
  private static String encoded(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean plain = c < 0x80 && (isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
      if (plain && (c != '%' || isEscape(bytes, i))) {
        out.append(c);
      } else {
        out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
      }
    }
    return out.toString();
  }

  private static boolean isEscape(byte[] bytes, int percent) {
    return percent + 2 < bytes.length
        && Character.digit(bytes[percent + 1], 16) >= 0
        && Character.digit(bytes[percent + 2], 16) >= 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String basic(String userInfo) {
    String[] parts = userInfo.split(":", 2);
    String password = parts.length > 1 ? percentDecoded(parts[1]) : "";
    byte[] pair = (percentDecoded(parts[0]) + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String percentDecoded(String text) {
    return Credentials.decoded(text.replace("+", "%2B"));
  }

  private static SettingException problem(String problem, String endpoint) {
    return new SettingException("endpoint", problem + "'" + Credentials.masked(endpoint) + "'");
  }
}
