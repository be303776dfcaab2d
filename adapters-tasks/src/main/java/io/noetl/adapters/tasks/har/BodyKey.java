package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.Credentials;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What two bodies have in common that mean the same. JSON compares as a value, a form by its fields in any order without
 * credentials, files by name and content, anything else as text.
 */
sealed interface BodyKey {

  record Json(Value value) implements BodyKey {}

  record Text(String text) implements BodyKey {}

  /** A file as the whole body. */
  record File(String sha256) implements BodyKey {}

  /** The fields of a form, sorted. */
  record Form(List<FormField> fields) implements BodyKey {}

  /** A field with its text, or the digest of its file. */
  record FormField(String name, String fileName, String content) {}

  /** The key of a {@code postData}; nothing when it holds nothing. */
  static Optional<BodyKey> of(MapValue postData) {
    String digest = HarFields.text(postData, "_sha256");
    if (!digest.isEmpty()) {
      return Optional.of(new File(digest));
    }
    String type = HarFields.text(postData, "mimeType");
    String text = HarFields.text(postData, "text");
    List<MapValue> params = HarFields.maps(postData, "params");
    if (PostData.isForm(type) && params.isEmpty()) {
      params = PostData.pairs(text).stream().map(MapValue.class::cast).toList();
    }
    if (PostData.isForm(type) || !params.isEmpty()) {
      return Optional.of(new Form(fields(params)));
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(content(text));
  }

  private static List<FormField> fields(List<MapValue> params) {
    List<FormField> fields = new ArrayList<>();
    for (MapValue param : params) {
      String name = HarFields.text(param, "name");
      String digest = HarFields.text(param, "_sha256");
      if (!digest.isEmpty() || !Credentials.names(name)) {
        String content = digest.isEmpty() ? HarFields.text(param, "value") : digest;
        fields.add(new FormField(name, HarFields.text(param, "fileName"), content));
      }
    }
    fields.sort(Comparator.comparing(FormField::name).thenComparing(FormField::fileName).thenComparing(FormField::content));
    return List.copyOf(fields);
  }

  private static BodyKey content(String text) {
    try {
      return new Json(JsonReader.read(text));
    } catch (JsonException e) {
      return new Text(text);
    }
  }
}
