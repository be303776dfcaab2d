package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.Content;
import io.noetl.adapters.tasks.http.Credentials;
import io.noetl.adapters.tasks.http.RequestBody;
import io.noetl.adapters.tasks.http.RequestBody.Attachment;
import io.noetl.adapters.tasks.http.RequestBody.Field;
import io.noetl.adapters.tasks.http.RequestBody.FromFile;
import io.noetl.adapters.tasks.http.RequestBody.Multipart;
import io.noetl.adapters.tasks.http.RequestBody.Part;
import io.noetl.adapters.tasks.http.SentFile;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The body of a request as the {@code postData} of a HAR: {@code text}, or the {@code params} of a form. The content of a
 * file is not written; its name, {@code _size} in bytes and {@code _sha256} are. Credentials in forms are hidden.
 */
final class PostData {

  static final String FORM = "application/x-www-form-urlencoded";
  static final String MULTIPART = "multipart/form-data";

  private PostData() {}

  /** The {@code postData} of a body; reads the files that it names. */
  static MapValue of(RequestBody body) throws IOException {
    return switch (body) {
      case Content content -> isForm(content.type())
          ? params(content.type(), pairs(content.text()))
          : fields(content.type(), "text", Value.of(content.text()));
      case FromFile whole -> {
        Map<String, Value> file = new LinkedHashMap<>(fields(whole.type(), "text", Value.EMPTY_TEXT).entries());
        file.put("_fileName", Value.of(whole.file().name()));
        file.putAll(digest(whole.file()));
        yield Value.of(file);
      }
      case Multipart form -> multipart(form);
    };
  }

  /** Whether a media type is that of a form without files. */
  static boolean isForm(String type) {
    return type.strip().toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  /** The fields of an encoded form, which is encoded as a query is. */
  static List<Value> pairs(String form) {
    List<Value> params = new ArrayList<>();
    QueryPairs.of(form).forEach(pair -> params.add(param(pair.getKey(), pair.getValue())));
    return params;
  }

  private static MapValue multipart(Multipart form) throws IOException {
    List<Value> params = new ArrayList<>();
    for (Part part : form.parts()) {
      switch (part) {
        case Field field -> params.add(param(field.name(), field.value()));
        case Attachment attached -> {
          Map<String, Value> file = new LinkedHashMap<>();
          file.put("name", Value.of(attached.name()));
          file.put("fileName", Value.of(attached.fileName()));
          file.put("contentType", Value.of(attached.type()));
          file.putAll(digest(attached.file()));
          params.add(Value.of(file));
        }
      }
    }
    return params(MULTIPART, params);
  }

  private static MapValue param(String name, String value) {
    Map<String, Value> param = new LinkedHashMap<>();
    param.put("name", Value.of(name));
    param.put("value", Value.of(Credentials.names(name) ? Credentials.REDACTED : value));
    return Value.of(param);
  }

  private static Map<String, Value> digest(SentFile file) throws IOException {
    Map<String, Value> digest = new LinkedHashMap<>();
    digest.put("_size", Value.of(file.size()));
    digest.put("_sha256", Value.of(file.sha256()));
    return digest;
  }

  private static MapValue params(String type, List<Value> params) {
    return fields(type, "params", Value.of(params));
  }

  private static MapValue fields(String type, String key, Value value) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("mimeType", Value.of(type));
    fields.put(key, value);
    return Value.of(fields);
  }
}
