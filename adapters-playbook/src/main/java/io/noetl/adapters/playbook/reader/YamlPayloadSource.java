package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlDocument;
import io.noetl.adapters.playbook.reader.yaml.YamlException;
import io.noetl.adapters.playbook.reader.yaml.YamlLimits;
import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PayloadSource;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads payloads: files whose name ends in {@code .json} as strict JSON, others as YAML 1.1, up to {@link
 * YamlLimits#PAYLOAD}. Messages read {@code origin:line:column: what is wrong}.
 */
public final class YamlPayloadSource implements PayloadSource {

  private static final String MAP_REMEDY = "write it as {\"key\": value}";

  @Override
  public MapValue file(Path file) {
    String origin = file.toString();
    SourceFile source = SourceFile.read(file, "input", YamlLimits.PAYLOAD.bytes());
    String text;
    try {
      text = SourceFile.content(source.text(YamlLimits.PAYLOAD.bytes()));
    } catch (YamlException e) {
      throw invalid(origin, e, "");
    }
    boolean isJson = origin.toLowerCase(Locale.ROOT).endsWith(".json");
    return isJson ? json(origin, text) : map(origin, yaml(origin, text, ""));
  }

  @Override
  public MapValue json(String origin, String text) {
    try {
      return map(origin, JsonReader.read(text));
    } catch (JsonException e) {
      String place = " at line " + e.line() + ", column " + e.column();
      String problem = String.valueOf(e.getMessage()).replace(place, "");
      throw new InvalidRequestException(
          origin + ":" + e.line() + ":" + e.column() + ": no valid JSON: " + problem, MAP_REMEDY, e);
    }
  }

  @Override
  public Value scalar(String origin, String text) {
    String remedy = "put quotes inside the shell's quotes to pass it as text: '\"…\"'";
    Value value = yaml(origin, text, remedy);
    String start = text.stripLeading();
    boolean block =
        (value instanceof MapValue && !start.startsWith("{")) || (value instanceof ListValue && !start.startsWith("["));
    if (block) {
      throw new InvalidRequestException(
          origin + ": '" + text + "' is a " + Value.kindOf(value) + ", not a scalar, a [list] or a {map: …}", remedy);
    }
    return value;
  }

  private static Value yaml(String origin, String text, String remedy) {
    try {
      return YamlDocument.read(text, YamlLimits.PAYLOAD).map(YamlNode::value).orElse(Value.NULL);
    } catch (YamlException e) {
      throw invalid(origin, e, remedy);
    }
  }

  private static MapValue map(String origin, Value value) {
    if (value instanceof MapValue map) {
      return map;
    }
    throw new InvalidRequestException(origin + ": a payload must be a map, not " + Value.kindOf(value), MAP_REMEDY);
  }

  private static InvalidRequestException invalid(String origin, YamlException cause, String remedy) {
    Position position = cause.problem().position();
    return new InvalidRequestException(origin + ":" + position + ": " + cause.problem().message(), remedy, cause);
  }
}
