package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.http.RequestBody.Attachment;
import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.adapters.tasks.settings.UnknownKey;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads {@code files}: a map from the fields of a form to paths, to maps of {@code path}, {@code filename} and {@code
 * content_type}, or to lists of those.
 */
final class FileSettings {

  private static final List<String> KEYS = List.of("path", "filename", "content_type");

  /** A file as the settings name it. */
  private record Named(String field, String path, String fileName, String type) {}

  private FileSettings() {}

  /** The files, which must be there. */
  static List<Attachment> read(Value value) throws SettingException {
    List<Attachment> files = new ArrayList<>();
    for (Named named : named(value)) {
      SentFile file = SentFile.at("files." + named.field(), named.path());
      String fileName = named.fileName().isEmpty() ? file.name() : named.fileName();
      String type = named.type().isEmpty() ? SentFile.typeOf(fileName) : named.type();
      files.add(new Attachment(named.field(), fileName, type, file));
    }
    return files;
  }

  /** Checks all but whether the files are there. */
  static void check(Value value) throws SettingException {
    named(value);
  }

  private static List<Named> named(Value value) throws SettingException {
    if (value instanceof NullValue) {
      return List.of();
    }
    if (!(value instanceof MapValue fields)) {
      throw new SettingException("files", "files must be a map, not " + Value.kindOf(value));
    }
    List<Named> files = new ArrayList<>();
    for (Map.Entry<String, Value> field : fields.entries().entrySet()) {
      List<Value> values = field.getValue() instanceof ListValue list ? list.items() : List.of(field.getValue());
      for (Value single : values) {
        files.add(named(field.getKey(), single));
      }
    }
    return files;
  }

  private static Named named(String field, Value value) throws SettingException {
    String key = "files." + field;
    if (value instanceof TextValue path) {
      SentFile.path(key, path.value());
      return new Named(field, path.value(), "", "");
    }
    if (!(value instanceof MapValue map)) {
      throw new SettingException(
          "files", key + " must be a path, a map with 'path', or a list of those, not " + Value.kindOf(value));
    }
    for (String name : map.entries().keySet()) {
      if (!KEYS.contains(name)) {
        Optional<String> near = UnknownKey.problem(name, KEYS);
        String problem = near.orElse("unknown key '" + name + "'; known are " + String.join(", ", KEYS));
        throw new SettingException("files", key + ": " + problem);
      }
    }
    String path = text(key, map, "path");
    SentFile.path(key, path);
    String type = text(key, map, "content_type");
    RequestHeaders.checkValue("files", key + ".content_type", type);
    return new Named(field, path, text(key, map, "filename"), type);
  }

  private static String text(String key, MapValue map, String name) throws SettingException {
    return switch (map.valueOf(name)) {
      case TextValue text -> text.value();
      case NullValue none -> "";
      case Value other ->
          throw new SettingException("files", key + "." + name + " must be text, not " + Value.kindOf(other));
    };
  }
}
