package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.value.JsonWriter;
import io.noetl.testkit.task.SampleTasks;
import java.time.InstantSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribedSettingsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"endpoint":"http://u:p@h/?q=1&key=2"} | {"endpoint":"http://h/?q=1&key=***"}
          {"params":{"q":1,"api_key":"x"}}       | {"params":{"q":1,"api_key":"***"}}
          {"headers":{"Accept":"a/b","Cookie":"c","X-Api-Key":["k"],"Authorization":null}} | {"headers":{"Accept":"a/b","Cookie":"***","X-Api-Key":"***","Authorization":null}}
          {"form":{"grant":"a","client_secret":"s"}} | {"form":{"grant":"a","client_secret":"***"}}
          {"auth":{"type":"basic","username":"u","password":"p"}} | {"auth":{"type":"basic","username":"***","password":"***"}}
          {"auth":{"type":"bearer","token":null}} | {"auth":{"type":"bearer","token":null}}
          {"auth":"Bearer x"} | {"auth":"***"}
          {"method":"POST","payload":{"a":1},"timeout":3,"headers":null} | {"method":"POST","payload":{"a":1},"timeout":3,"headers":null}
          """)
  void hides_credentials_and_nothing_else(String settings, String described) {
    try (HttpTaskRunner runner = new HttpTaskRunner(new ScriptedExchange(), InstantSource.system())) {
      assertThat(JsonWriter.write(runner.described(SampleTasks.map(settings)))).isEqualTo(described);
    }
  }
}
