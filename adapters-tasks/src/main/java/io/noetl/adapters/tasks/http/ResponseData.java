package io.noetl.adapters.tasks.http;

import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The data of an http task: {@code {data, status, status_code, headers, url, elapsed}}. {@code data} is the body as JSON
 * when its media type says JSON and it is; an empty body is null; any other is {@code {"text": …}}. Header names are in
 * lower case, the values of a repeated header joined by a comma; {@code url} is the last one asked, without credentials;
 * {@code elapsed} is in seconds, to the microsecond.
 */
final class ResponseData {

  private ResponseData() {}

  static MapValue of(HttpAnswer answer) {
    return of(answer, body(answer.content()));
  }

  /** The data of a task whose response is in a file; its {@code data} is {@code {path, bytes, content_type}}. */
  static MapValue saved(HttpAnswer answer, String path, long bytes) {
    Map<String, Value> file = new LinkedHashMap<>();
    file.put("path", Value.of(path));
    file.put("bytes", Value.of(bytes));
    file.put("content_type", answer.content().type().isEmpty() ? Value.NULL : Value.of(answer.content().type()));
    return of(answer, Value.of(file));
  }

  private static MapValue of(HttpAnswer answer, Value body) {
    Map<String, Value> data = new LinkedHashMap<>();
    data.put("data", body);
    data.put("status", Value.of(isError(answer.status()) ? "error" : "success"));
    data.put("status_code", Value.of(answer.status()));
    data.put("headers", headers(answer.headers()));
    data.put("url", Value.of(Credentials.masked(answer.url())));
    data.put("elapsed", Value.of(seconds(answer.elapsed())));
    return Value.of(data);
  }

  static boolean isError(int status) {
    return status >= 400;
  }

  private static Value body(Content content) {
    if (content.size() == 0) {
      return Value.NULL;
    }
    String text = content.text();
    if (content.isJson()) {
      try {
        return JsonReader.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
      } catch (JsonException e) {
        return Value.of(Map.of("text", Value.of(text)));
      }
    }
    return Value.of(Map.of("text", Value.of(text)));
  }

  private static MapValue headers(List<Header> headers) {
    Map<String, Value> texts = new LinkedHashMap<>();
    for (Header header : headers) {
      String name = header.name().toLowerCase(Locale.ROOT);
      Value before = texts.get(name);
      String joined = before instanceof Value.TextValue text ? text.value() + ", " + header.value() : header.value();
      texts.put(name, Value.of(joined));
    }
    return Value.of(texts);
  }

  private static double seconds(Duration elapsed) {
    return BigDecimal.valueOf(elapsed.toNanos(), 9).setScale(6, RoundingMode.HALF_UP).doubleValue();
  }
}
