package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.noetl.bootstrap.InProcess;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the command line in this process with all its real adapters, and keeps what it writes. */
public final class Noetl {

  private Noetl() {}

  /** Runs one command. */
  public static Outcome run(Object... arguments) {
    return withPath(System.getenv("PATH"), arguments);
  }

  /** Runs one command with this on standard input. */
  public static Outcome reading(String input, Object... arguments) {
    return run(new ByteArrayInputStream(input.getBytes(UTF_8)), Map.of("PATH", System.getenv("PATH")), arguments);
  }

  /** Runs one command as if {@code PATH} were this. */
  public static Outcome withPath(String searchPath, Object... arguments) {
    return run(InputStream.nullInputStream(), Map.of("PATH", searchPath), arguments);
  }

  /** Runs one command with these environment variables beside {@code PATH}. */
  public static Outcome withEnvironment(Map<String, String> variables, Object... arguments) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("PATH", System.getenv("PATH"));
    return run(InputStream.nullInputStream(), environment, arguments);
  }

  private static Outcome run(InputStream in, Map<String, String> environment, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    int status = InProcess.execute(environment, in, out, err, texts);
    return new Outcome(status, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** What a command left behind. */
  public record Outcome(int status, String out, String err) {

    /** The results document of {@code run}. */
    public MapValue document() {
      if (JsonReader.read(out) instanceof MapValue map) {
        return map;
      }
      throw new AssertionError("no JSON object on standard output: " + out);
    }

    /** A value of the results document that is text. */
    public String text(String key) {
      return textOf(document(), key);
    }

    /** A value of the results document as compact JSON. */
    public String json(String key) {
      return JsonWriter.write(document().valueOf(key));
    }

    /** One line a failure: {@code node: error (place)}, the place without the folders of its file. */
    public List<String> errors() {
      return ((ListValue) document().valueOf("errors"))
          .items().stream().map(Outcome::failure).toList();
    }

    private static String failure(Value error) {
      MapValue failure = (MapValue) error;
      String place = textOf(failure, "at").replaceFirst(".*/", "");
      return textOf(failure, "node_id") + ": " + textOf(failure, "error") + " (" + place + ")";
    }

    private static String textOf(MapValue map, String key) {
      if (map.valueOf(key) instanceof TextValue text) {
        return text.value();
      }
      throw new AssertionError("'" + key + "' is no text in " + JsonWriter.write(map));
    }
  }
}
