package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule of the language, each as a small playbook run from end to end: beside {@code NAME.yaml} the file {@code
 * NAME.events} holds the outline of its events and {@code NAME.json} what it answers.
 */
class ScenarioTest {

  private static final Path SCENARIOS = Repository.file("bootstrap/src/test/resources/scenarios");

  @TempDir private Path folder;

  static Stream<String> scenarios() throws IOException {
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      List<String> names =
          files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")).sorted().toList();
      return names.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void a_scenario_goes_through_its_events_to_its_answer(String name) {
    Scenario scenario = new Scenario(SCENARIOS.resolve(name));

    Scenario.Result result = scenario.run(folder);

    assertThat(result.events()).isEqualTo(scenario.expected(".events"));
    assertThat(result.answer()).isEqualTo(scenario.expected(".json"));
    EventTree.check(result.log());
  }

  @Test
  void there_is_no_expectation_without_a_scenario() throws IOException {
    List<String> scenarios = scenarios().map(name -> name.replace(".yaml", "")).toList();
    try (Stream<Path> files = Files.list(SCENARIOS)) {
      List<String> expected =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".json"))
              .map(name -> name.replace(".json", ""))
              .sorted()
              .toList();

      assertThat(expected).isEqualTo(scenarios).hasSizeGreaterThan(40);
    }
  }
}
