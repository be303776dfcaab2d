package io.noetl.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import io.noetl.endtoend.EventLog.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A small playbook in {@code src/test/resources/scenarios} that shows one rule of the language. Its first line may give
 * arguments: {@code # arguments: ["--strict"]}, where <code>{scenarios}</code> stands for the folder
 * and <code>{folder}</code> for the one that the run may write to.
 */
record Scenario(Path playbook) {

  private static final String ARGUMENTS = "# arguments: ";

  /**
   * What came of it, as the files beside the playbook have it.
   *
   * @param events a line an event: type and node id
   * @param answer exit status, steps, errors and warnings, as indented JSON
   */
  record Result(List<Row> log, String events, String answer) {}

  String name() {
    return playbook.getFileName().toString().replace(".yaml", "");
  }

  /** The text of the file beside the playbook with that extension. */
  String expected(String extension) {
    return read(playbook.resolveSibling(name() + extension));
  }

  /** Runs it with its store in {@code folder}. */
  Result run(Path folder) {
    Path store = folder.resolve("scenario.duckdb");
    List<Object> arguments = new ArrayList<>(List.of("run", playbook, "--duckdb", store));
    arguments.addAll(arguments(folder));
    Noetl.Outcome outcome = Noetl.run(arguments.toArray());
    List<Row> log = EventLog.ofStore(store);
    String events = log.stream().map(Row::line).collect(Collectors.joining("\n", "", "\n"));
    return new Result(log, events, answer(outcome, log));
  }

  private List<String> arguments(Path folder) {
    String first = read(playbook).lines().findFirst().orElse("");
    if (!first.startsWith(ARGUMENTS)) {
      return List.of();
    }
    String scenarios = playbook.getParent().toString();
    return texts(JsonReader.read(first.substring(ARGUMENTS.length()))).stream()
        .map(text -> text.replace("{scenarios}", scenarios).replace("{folder}", folder.toString()))
        .toList();
  }

  private String answer(Noetl.Outcome outcome, List<Row> log) {
    Map<String, Value> answer = new LinkedHashMap<>();
    answer.put("exit", Value.of(outcome.status()));
    answer.put("steps", outcome.document().valueOf("steps"));
    answer.put("errors", Value.of(outcome.errors().stream().<Value>map(Value::of).toList()));
    answer.put("warnings", Value.of(log.stream().flatMap(row -> warnings(row).stream()).<Value>map(Value::of).toList()));
    return JsonWriter.writeIndented(Value.of(answer))
            .replace(playbook.getParent() + "/", "")
            .replace(log.getFirst().executionId(), "<execution>")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}", "<now>")
        + "\n";
  }

  private static List<String> warnings(Row row) {
    String metadata = row.metadata();
    if (metadata == null) {
      return List.of();
    }
    Value warnings = ((MapValue) JsonReader.read(metadata)).valueOf("warnings");
    return warnings == Value.NULL ? List.of() : texts(warnings).stream().map(text -> row.nodeId() + ": " + text).toList();
  }

  private static List<String> texts(Value list) {
    return ((ListValue) list).items().stream().map(item -> ((TextValue) item).value()).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
