package io.noetl.adapters.tasks.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.domain.value.JsonReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {

  @ParameterizedTest
  @CsvSource({
    "7, 7", "'\"7\"', 7", "'\"10 MB\"', 10000000", "'\"10mb\"', 10000000", "'\"1.5 KiB\"', 1536", "'\"2GiB\"', 2147483648",
    "'\" 3 B \"', 3", "'\"1 GB\"', 1000000000"
  })
  void reads_numbers_of_bytes(String json, long bytes) throws SettingException {
    assertThat(ByteSize.read("max_size", JsonReader.read(json))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1.5", "\"\"", "\"MB\"", "\"1 TB\"", "\"1 M B\"", "null", "\"999999999999999 GB\""})
  void refuses_anything_else(String json) {
    assertThatThrownBy(() -> ByteSize.read("max_size", JsonReader.read(json)))
        .isInstanceOf(SettingException.class)
        .hasMessage("max_size must be a number of bytes above 0, or a text such as \"10 MB\", not " + json);
  }
}
