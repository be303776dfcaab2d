package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The decoded names and values of a query, in order; a name without {@code =} has an empty value. */
final class QueryPairs {

  private QueryPairs() {}

  static List<Map.Entry<String, String>> of(@Nullable String rawQuery) {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    if (rawQuery == null) {
      return pairs;
    }
    for (String pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        pairs.add(Map.entry(Credentials.decoded(name), Credentials.decoded(value)));
      }
    }
    return pairs;
  }
}
