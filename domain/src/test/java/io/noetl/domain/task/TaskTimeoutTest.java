package io.noetl.domain.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.value.JsonReader;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTimeoutTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      30         | 30000
      0.25       | 250
      "500ms"    | 500
      " 1.5 s "  | 1500
      "2m"       | 120000
      "1h"       | 3600000
      "7"        | 7000
      31622400   | 31622400000
      """)
  void reads_seconds_and_texts_with_a_unit(String json, long milliseconds) {
    assertThat(TaskTimeout.of(JsonReader.read(json))).contains(Duration.ofMillis(milliseconds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "\"0s\"", "\"soon\"", "\"1 hour\"", "\"-3s\"", "\"\"", "null", "true", "[1]", "31622401", "1e300"})
  void takes_nothing_else(String json) {
    assertThat(TaskTimeout.of(JsonReader.read(json))).isEmpty();
  }
}
