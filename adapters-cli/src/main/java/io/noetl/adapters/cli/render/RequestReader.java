package io.noetl.adapters.cli.render;

import io.noetl.application.render.RenderRequest;
import io.noetl.application.run.NearestText;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.BoolValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request that is a line of JSON: an object with the key {@code template} and, as needed, {@code context}, {@code
 * text}, {@code strict}, {@code now} (ISO 8601 with {@code Z} or an offset) and {@code seed}.
 */
final class RequestReader {

  private static final List<String> KEYS = List.of("template", "context", "text", "strict", "now", "seed");

  private final boolean text;
  private final boolean strict;

  /** The flags are those of a request that says nothing of them. */
  RequestReader(boolean text, boolean strict) {
    this.text = text;
    this.strict = strict;
  }

  /** A line that is no request; the message reads on after the number of the line. */
  static final class UnusableRequestException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableRequestException(String reason) {
      super(reason, null, false, false);
    }
  }

  RenderRequest read(String line) throws UnusableRequestException {
    MapValue request = parsed(line);
    for (String key : request.entries().keySet()) {
      if (!KEYS.contains(key)) {
        throw new UnusableRequestException("has an unknown key '" + key + "'" + suggestion(key));
      }
    }
    return new RenderRequest(
        template(request),
        context(request),
        flag(request, "text", text),
        flag(request, "strict", strict),
        now(request),
        seed(request));
  }

  private static MapValue parsed(String line) throws UnusableRequestException {
    try {
      Value value = JsonReader.read(line);
      if (value instanceof MapValue map) {
        return map;
      }
      throw new UnusableRequestException("must be an object, {\"template\": …}, not " + Value.kindOf(value));
    } catch (JsonException wrong) {
      throw new UnusableRequestException("is no JSON: " + String.valueOf(wrong.getMessage()).replace("line 1, ", ""));
    }
  }

  private static String suggestion(String key) {
    return NearestText.to(key, KEYS)
        .map(nearest -> "; did you mean '" + nearest + "'?")
        .orElse("; there are " + String.join(", ", KEYS));
  }

  private static String template(MapValue request) throws UnusableRequestException {
    return switch (request.entries().get("template")) {
      case TextValue template -> template.value();
      case null -> throw new UnusableRequestException("has no key 'template'");
      case Value other -> throw wrong("template", "text", other);
    };
  }

  private static MapValue context(MapValue request) throws UnusableRequestException {
    return switch (request.entries().get("context")) {
      case null -> Value.EMPTY_MAP;
      case MapValue context -> context;
      case Value other -> throw wrong("context", "a map", other);
    };
  }

  private static boolean flag(MapValue request, String key, boolean usual) throws UnusableRequestException {
    return switch (request.entries().get(key)) {
      case null -> usual;
      case BoolValue flag -> flag.value();
      case Value other -> throw wrong(key, "true or false", other);
    };
  }

  private static @Nullable Instant now(MapValue request) throws UnusableRequestException {
    return switch (request.entries().get("now")) {
      case null -> null;
      case TextValue now -> instant(now.value());
      case Value other -> throw wrong("now", "text such as \"2026-01-31T12:00:00Z\"", other);
    };
  }

  private static Instant instant(String text) throws UnusableRequestException {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException wrong) {
      throw new UnusableRequestException("has a 'now' that is no instant such as \"2026-01-31T12:00:00Z\": '" + text + "'");
    }
  }

  private static long seed(MapValue request) throws UnusableRequestException {
    return switch (request.entries().get("seed")) {
      case null -> 0;
      case IntValue seed -> seed.value();
      case Value other -> throw wrong("seed", "an integer of 64 bits", other);
    };
  }

  private static UnusableRequestException wrong(String key, String expected, Value found) {
    return new UnusableRequestException("must have " + expected + " under '" + key + "', not " + Value.kindOf(found));
  }
}
