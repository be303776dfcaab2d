package io.noetl.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.ExportException;
import io.noetl.domain.event.EventColumn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetFileTest {

  @Test
  void a_file_lies_under_its_playbook_and_the_day_it_started() {
    assertThat(DatasetFile.of(Path.of("out"), Summaries.running("0190-a", "2026-01-31T23:59:59.999999Z").start()))
        .isEqualTo(Path.of("out/playbook=weather/date=2026-01-31/0190-a.parquet"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "weather_loop-example.v2~1|weather_loop-example.v2~1",
        "a b|a%20b",
        "a/b|a%2Fb",
        "../../etc|..%2F..%2Fetc",
        "50%|50%25",
        "a%2Fb|a%252Fb",
        "key=value|key%3Dvalue",
        "a:b*c?d\"e<f>g\\h|a%3Ab%2Ac%3Fd%22e%3Cf%3Eg%5Ch",
        "a+b&c#d|a%2Bb%26c%23d",
        "{[(^)]}|%7B%5B%28%5E%29%5D%7D",
        "Kraków 東京 😀|Kraków%20東京%20😀",
      })
  void special_characters_of_a_name_are_url_encoded_and_all_other_languages_stay(String name, String folder) {
    assertThat(DatasetFile.partition("playbook", name)).isEqualTo("playbook=" + folder);
  }

  @Test
  void control_characters_are_url_encoded() {
    assertThat(DatasetFile.partition("playbook", "a\0b\n\t\u001f\u007f")).isEqualTo("playbook=a%00b%0A%09%1F%7F");
  }

  @Test
  void a_playbook_without_a_name_is_in_the_partition_of_those_without_a_value() {
    assertThat(DatasetFile.partition("playbook", "")).isEqualTo("playbook=__HIVE_DEFAULT_PARTITION__");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../etc/x", "a/b", ".hidden", "_hidden", "a:b", "a b", ""})
  void an_id_that_would_lead_out_of_the_folder_or_that_readers_skip_is_refused(String id) {
    assertThatThrownBy(() -> DatasetFile.of(Path.of("out"), Summaries.running(id, "2026-01-31T00:00:00Z").start()))
        .isInstanceOfSatisfying(
            ExportException.class,
            problem -> assertThat(problem.remedy()).isEqualTo("export it alone with a file name of your choice"))
        .hasMessage("the execution id '" + id + "' cannot be a file's name");
  }

  @Test
  void no_column_of_the_files_has_the_name_of_a_partition() {
    assertThat(EventColumn.ALL).extracting(EventColumn::columnName).doesNotContain("playbook", "date");
  }
}
