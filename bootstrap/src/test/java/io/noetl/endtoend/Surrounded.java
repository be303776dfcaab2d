package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.noetl.bootstrap.InProcess;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A program that runs one command with the environment variables of a JSON file, whatever characters they have: which of them
 * the environment of a process can carry depends on the locale.
 */
final class Surrounded {

  private Surrounded() {}

  public static void main(String[] arguments) throws IOException {
    Map<String, String> environment = new HashMap<>();
    MapValue variables = (MapValue) JsonReader.read(Files.readString(Path.of(arguments[0]), UTF_8));
    variables.entries().forEach((name, value) -> environment.put(name, ((TextValue) value).value()));
    environment.put("PATH", System.getenv("PATH"));
    String[] command = Arrays.copyOfRange(arguments, 1, arguments.length);
    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        FileOutputStream err = new FileOutputStream(FileDescriptor.err)) {
      System.exit(InProcess.execute(environment, System.in, out, err, command));
    }
  }
}
