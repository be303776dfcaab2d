package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.Content;
import io.noetl.adapters.tasks.http.Credentials;
import io.noetl.adapters.tasks.http.Handling;
import io.noetl.adapters.tasks.http.Header;
import io.noetl.adapters.tasks.http.HttpAnswer;
import io.noetl.adapters.tasks.http.HttpCall;
import io.noetl.adapters.tasks.http.RequestBody;
import io.noetl.adapters.tasks.http.SavedBody;
import io.noetl.adapters.tasks.http.StatusText;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One exchange as an entry of a HAR, without credentials. Times are in milliseconds, sizes in bytes, -1 where unknown. A
 * request without a response has status 0 and the cause under {@code _error}, as browsers write it.
 */
final class HarEntry {

  /** Where the content of a response says why its body is not there. */
  static final String OMITTED = "_omitted";

  private HarEntry() {}

  /** The entry of a request that was answered; reads the body where it is in a file. */
  static MapValue of(HttpCall call, MapValue postData, HttpAnswer answer) throws IOException {
    double waited = milliseconds(answer.waited());
    double total = milliseconds(answer.elapsed());
    return entry(answer.started(), total, request(call, postData, answer.version()), response(answer), waited, total - waited);
  }

  /** The entry of a request without a complete response. */
  static MapValue of(HttpCall call, MapValue postData, String problem, Instant started, Duration elapsed) {
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
    return entry(started, total, request(call, postData, "HTTP/1.1"), Value.of(response), total, 0);
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

  private static MapValue request(HttpCall call, MapValue postData, String version) {
    Map<String, Value> request = new LinkedHashMap<>();
    request.put("method", Value.of(call.method()));
    request.put("url", Value.of(call.shownUrl()));
    request.put("httpVersion", Value.of(version));
    request.put("cookies", Value.EMPTY_LIST);
    request.put("headers", headers(call.headers()));
    request.put("queryString", query(call));
    if (!postData.entries().isEmpty()) {
      request.put("postData", postData);
    }
    request.put("headersSize", Value.of(-1));
    request.put("bodySize", Value.of(size(call.body())));
    return Value.of(request);
  }

  private static long size(@Nullable RequestBody body) {
    return switch (body) {
      case null -> 0;
      case Content content -> content.size();
      case RequestBody.FromFile whole -> whole.file().size();
      case RequestBody.Multipart form -> -1;
    };
  }

  private static MapValue response(HttpAnswer answer) throws IOException {
    Map<String, Value> response = new LinkedHashMap<>();
    response.put("status", Value.of(answer.status()));
    response.put("statusText", Value.of(StatusText.of(answer.status())));
    response.put("httpVersion", Value.of(answer.version()));
    response.put("cookies", Value.EMPTY_LIST);
    response.put("headers", headers(answer.headers()));
    SavedBody saved = answer.saved();
    response.put("content", saved == null ? content(answer.content()) : content(answer.content().type(), saved));
    response.put("redirectURL", Value.of(masked("location", Header.first(answer.headers(), "location").orElse(""))));
    response.put("headersSize", Value.of(-1));
    response.put("bodySize", Value.of(saved == null ? answer.content().size() : saved.size()));
    return Value.of(response);
  }

  private static MapValue content(String type, SavedBody saved) throws IOException {
    if (saved.size() <= Handling.BODY_LIMIT) {
      return content(Content.of(type, Files.readAllBytes(saved.file())));
    }
    String reason = "the recording has no body of this response: it is larger than " + Handling.BODY_LIMIT + " bytes";
    Value mimeType = Value.of(type.isEmpty() ? "x-unknown" : type);
    return fields("size", Value.of(saved.size()), "mimeType", mimeType, OMITTED, Value.of(reason));
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
