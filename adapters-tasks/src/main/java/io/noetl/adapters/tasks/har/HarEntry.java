package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.Content;
import io.noetl.adapters.tasks.http.Credentials;
import io.noetl.adapters.tasks.http.Header;
import io.noetl.adapters.tasks.http.HttpAnswer;
import io.noetl.adapters.tasks.http.HttpCall;
import io.noetl.adapters.tasks.http.StatusText;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One exchange as an entry of a HAR, without credentials. Times are in milliseconds, sizes in bytes, -1 where unknown. A
 * request without a response has status 0 and the cause under {@code _error}, as browsers write it.
 */
final class HarEntry {

  private HarEntry() {}

  /** The entry of a request that was answered. */
  static MapValue of(HttpCall call, HttpAnswer answer) {
    double waited = milliseconds(answer.waited());
    double total = milliseconds(answer.elapsed());
    return entry(answer.started(), total, request(call, answer.version()), response(answer), waited, total - waited);
  }

  /** The entry of a request without a complete response. */
  static MapValue of(HttpCall call, String problem, Instant started, Duration elapsed) {
    Map<String, Value> response = new LinkedHashMap<>();
    response.put("status", Value.of(0));
    response.put("statusText", Value.of(""));
    response.put("httpVersion", Value.of(""));
    response.put("cookies", Value.EMPTY_LIST);
    response.put("headers", Value.EMPTY_LIST);
    response.put("content", fields("size", Value.of(0), "mimeType", Value.of("x-unknown")));
    response.put("redirectURL", Value.of(""));
    response.put("headersSize", Value.of(-1));
    response.put("bodySize", Value.of(-1));
    response.put("_error", Value.of(problem));
    double total = milliseconds(elapsed);
    return entry(started, total, request(call, "HTTP/1.1"), Value.of(response), total, 0);
  }

  private static MapValue entry(
      Instant started, double time, MapValue request, MapValue response, double wait, double receive) {
    Map<String, Value> entry = new LinkedHashMap<>();
    entry.put("startedDateTime", Value.of(started.truncatedTo(ChronoUnit.MILLIS).toString()));
    entry.put("time", Value.of(time));
    entry.put("request", request);
    entry.put("response", response);
    entry.put("cache", Value.EMPTY_MAP);
    Value waited = Value.of(wait);
    entry.put("timings", fields("send", Value.of(0), "wait", waited, "receive", Value.of(Math.max(0, receive))));
    return Value.of(entry);
  }

  private static MapValue request(HttpCall call, String version) {
    Map<String, Value> request = new LinkedHashMap<>();
    Content body = call.body();
    request.put("method", Value.of(call.method()));
    request.put("url", Value.of(call.shownUrl()));
    request.put("httpVersion", Value.of(version));
    request.put("cookies", Value.EMPTY_LIST);
    request.put("headers", headers(call.headers()));
    request.put("queryString", query(call));
    if (body != null) {
      request.put("postData", fields("mimeType", Value.of(body.type()), "text", Value.of(body.text())));
    }
    request.put("headersSize", Value.of(-1));
    request.put("bodySize", Value.of(body == null ? 0 : body.size()));
    return Value.of(request);
  }

  private static MapValue response(HttpAnswer answer) {
    Map<String, Value> response = new LinkedHashMap<>();
    response.put("status", Value.of(answer.status()));
    response.put("statusText", Value.of(StatusText.of(answer.status())));
    response.put("httpVersion", Value.of(answer.version()));
    response.put("cookies", Value.EMPTY_LIST);
    response.put("headers", headers(answer.headers()));
    response.put("content", content(answer.content()));
    response.put("redirectURL", Value.of(masked("location", Header.first(answer.headers(), "location").orElse(""))));
    response.put("headersSize", Value.of(-1));
    response.put("bodySize", Value.of(answer.content().size()));
    return Value.of(response);
  }

  private static MapValue content(Content content) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("size", Value.of(content.size()));
    fields.put("mimeType", Value.of(content.type().isEmpty() ? "x-unknown" : content.type()));
    content
        .exactText()
        .ifPresentOrElse(
            text -> fields.put("text", Value.of(text)),
            () -> {
              fields.put("text", Value.of(Base64.getEncoder().encodeToString(content.bytes())));
              fields.put("encoding", Value.of("base64"));
            });
    return Value.of(fields);
  }

  private static Value headers(List<Header> headers) {
    List<Value> entries = new ArrayList<>();
    for (Header header : headers) {
      entries.add(pair(header.name(), masked(header.name(), header.value())));
    }
    return Value.of(entries);
  }

  private static String masked(String header, String value) {
    if (Credentials.names(header)) {
      return Credentials.REDACTED;
    }
    boolean url = header.equalsIgnoreCase("location") || header.equalsIgnoreCase("content-location")
        || header.equalsIgnoreCase("referer") || header.equalsIgnoreCase("link");
    return url ? Credentials.masked(value) : value;
  }

  private static Value query(HttpCall call) {
    List<Value> entries = new ArrayList<>();
    for (Map.Entry<String, String> pair : QueryPairs.of(call.url().getRawQuery())) {
      String value = Credentials.names(pair.getKey()) ? Credentials.REDACTED : pair.getValue();
      entries.add(pair(pair.getKey(), value));
    }
    return Value.of(entries);
  }

  private static MapValue pair(String name, String value) {
    return fields("name", Value.of(name), "value", Value.of(value));
  }

  private static MapValue fields(String first, Value one, String second, Value two) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put(first, one);
    fields.put(second, two);
    return Value.of(fields);
  }

  private static MapValue fields(String first, Value one, String second, Value two, String third, Value three) {
    Map<String, Value> fields = new LinkedHashMap<>(fields(first, one, second, two).entries());
    fields.put(third, three);
    return Value.of(fields);
  }

  private static double milliseconds(Duration time) {
    return BigDecimal.valueOf(time.toNanos(), 6).setScale(3, RoundingMode.HALF_UP).doubleValue();
  }
}
