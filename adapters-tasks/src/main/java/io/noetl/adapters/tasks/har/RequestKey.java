package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.Credentials;
import io.noetl.domain.value.Value.MapValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What two requests have in common when the same recorded answer suits both: the method, the URL, whatever the order of
 * its query, and the body. Credentials take no part.
 *
 * @param place scheme, host, port where it is not the standard one, and path
 * @param query decoded names and values, sorted
 * @param body null when there is none
 */
record RequestKey(String method, String place, List<Map.Entry<String, String>> query, @Nullable BodyKey body) {

  /** The distance of requests that differ in their body alone. */
  static final int OTHER_BODY = 5;

  /** The key of a request with that {@code postData}, empty when there is none. */
  static RequestKey of(String method, URI url, MapValue postData) {
    List<Map.Entry<String, String>> query = new ArrayList<>(QueryPairs.of(url.getRawQuery()));
    query.removeIf(pair -> Credentials.names(pair.getKey()));
    query.sort(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue(Comparator.naturalOrder())));
    return new RequestKey(method.toUpperCase(Locale.ROOT), place(url), List.copyOf(query), BodyKey.of(postData).orElse(null));
  }

  private static String place(URI url) {
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    int standard = scheme.equals("https") ? 443 : 80;
    String port = url.getPort() == -1 || url.getPort() == standard ? "" : ":" + url.getPort();
    // A host with a hidden secret in it is none that java.net.URI would take.
    String host = url.getHost() == null ? String.valueOf(url.getRawAuthority()) : url.getHost();
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return scheme + "://" + host.toLowerCase(Locale.ROOT) + port + path;
  }

  /** How unlike two requests are; 0 only for equal ones. The place weighs more than the method, that more than the rest. */
  int distance(RequestKey other) {
    int distance = place.equals(other.place) ? 0 : 1000 - commonPrefix(place, other.place);
    distance += method.equals(other.method) ? 0 : 100;
    distance += 10 * (missing(query, other.query) + missing(other.query, query));
    return distance + (Objects.equals(body, other.body) ? 0 : OTHER_BODY);
  }

  private static int missing(List<Map.Entry<String, String>> query, List<Map.Entry<String, String>> from) {
    return (int) query.stream().filter(pair -> !from.contains(pair)).count();
  }

  private static int commonPrefix(String a, String b) {
    int length = 0;
    while (length < Math.min(Math.min(a.length(), b.length()), 500) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }
}
