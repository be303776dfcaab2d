package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.http.RequestBody.Attachment;
import io.noetl.adapters.tasks.http.RequestBody.Field;
import io.noetl.adapters.tasks.http.RequestBody.FromFile;
import io.noetl.adapters.tasks.http.RequestBody.Multipart;
import io.noetl.adapters.tasks.http.RequestBody.Part;
import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a request sends: {@code payload}, {@code form}, {@code body}, {@code files} or {@code body_file}. */
final class BodySettings {

  /** The settings of which a request has one; {@code form} and {@code files} go together. */
  static final List<String> KEYS = List.of("payload", "body", "body_file", "form", "files");

  static final String FORM_TYPE = "application/x-www-form-urlencoded";

  private BodySettings() {}

  /** The body that rendered settings ask for. */
  static @Nullable RequestBody read(MapValue settings, List<Header> headers) throws SettingException {
    List<String> given = KEYS.stream().filter(key -> !(settings.valueOf(key) instanceof NullValue)).toList();
    checkOne(given);
    if (given.isEmpty()) {
      return null;
    }
    if (given.contains("files")) {
      return multipart(settings, headers);
    }
    Value value = settings.valueOf(given.getFirst());
    return switch (given.getFirst()) {
      case "payload" -> payload(value, headers);
      case "body" -> Content.of(type(headers, "text/plain; charset=utf-8"), text(value));
      case "body_file" -> file(value, headers);
      default -> Content.of(type(headers, FORM_TYPE), encoded(FieldTexts.read("form", value)));
    };
  }

  /** Refuses two kinds of body in one request. */
  static void checkOne(List<String> given) throws SettingException {
    List<String> kinds = given.stream().filter(key -> !key.equals("files") || !given.contains("form")).toList();
    if (kinds.size() > 1) {
      throw new SettingException(
          kinds.get(1),
          "'" + kinds.get(0) + "' and '" + kinds.get(1) + "' both say what to send; keep one of them");
    }
  }

  /** Checks one of the settings by itself; files need not be there yet. */
  static void check(String key, Value value) throws SettingException {
    switch (key) {
      case "form" -> FieldTexts.read(key, value);
      case "body" -> text(value);
      case "body_file" -> {
        if (!(value instanceof NullValue)) {
          path(key, value);
        }
      }
      case "files" -> FileSettings.check(value);
      default -> {
        // any value is a payload
      }
    }
  }

  /** A text goes out as it is when the headers name a type that is not JSON; everything else goes out as JSON. */
  private static Content payload(Value payload, List<Header> headers) {
    String type = type(headers, "application/json");
    boolean raw = payload instanceof TextValue && !Content.of(type, "").isJson();
    return Content.of(type, raw ? ((TextValue) payload).value() : JsonWriter.write(payload));
  }

  private static String text(Value value) throws SettingException {
    return switch (value) {
      case TextValue text -> text.value();
      case MapValue map -> throw noText(value);
      case ListValue list -> throw noText(value);
      case NullValue none -> "";
      case Value.BoolValue scalar -> JsonWriter.write(scalar);
      case Value.IntValue scalar -> JsonWriter.write(scalar);
      case Value.BigIntValue scalar -> JsonWriter.write(scalar);
      case Value.FloatValue scalar -> JsonWriter.write(scalar);
    };
  }

  private static SettingException noText(Value value) {
    return new SettingException(
        "body", "body must be text, not " + Value.kindOf(value) + "; 'payload' sends JSON and 'form' a form");
  }

  private static RequestBody file(Value value, List<Header> headers) throws SettingException {
    SentFile file = SentFile.at("body_file", path("body_file", value));
    return new FromFile(type(headers, SentFile.typeOf(file.name())), file);
  }

  private static String path(String key, Value value) throws SettingException {
    if (value instanceof TextValue text) {
      SentFile.path(key, text.value());
      return text.value();
    }
    throw new SettingException(key, key + " must be the path of a file, not " + Value.kindOf(value));
  }

  private static RequestBody multipart(MapValue settings, List<Header> headers) throws SettingException {
    if (Header.first(headers, "Content-Type").isPresent()) {
      throw new SettingException("headers", "headers: 'Content-Type' is set by 'files' itself; leave it out");
    }
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, String> field : FieldTexts.read("form", settings.valueOf("form"))) {
      parts.add(new Field(field.getKey(), field.getValue()));
    }
    List<Attachment> files = FileSettings.read(settings.valueOf("files"));
    parts.addAll(files);
    return new Multipart("noetl-" + UUID.randomUUID(), parts);
  }

  private static String encoded(List<Map.Entry<String, String>> fields) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, String> field : fields) {
      pairs.add(
          URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
              + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8));
    }
    return String.join("&", pairs);
  }

  private static String type(List<Header> headers, String otherwise) {
    return Header.first(headers, "Content-Type").orElse(otherwise);
  }
}
