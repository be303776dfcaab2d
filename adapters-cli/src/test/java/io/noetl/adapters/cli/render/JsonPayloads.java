package io.noetl.adapters.cli.render;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PayloadSource;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.nio.file.Path;
import java.util.Map;

/** Reads JSON, and files that a test names. */
record JsonPayloads(Map<String, String> files) implements PayloadSource {

  static final JsonPayloads WITHOUT_FILES = new JsonPayloads(Map.of());

  @Override
  public MapValue file(Path file) {
    String text = files.get(file.toString());
    if (text == null) {
      throw new InvalidRequestException("there is no file " + file, "check the path");
    }
    return json(file.toString(), text);
  }

  @Override
  public MapValue json(String origin, String text) {
    if (JsonReader.read(text) instanceof MapValue map) {
      return map;
    }
    throw new InvalidRequestException(origin + " is no map", "write one");
  }

  @Override
  public Value scalar(String origin, String text) {
    throw new AssertionError("nothing here is a scalar");
  }
}
