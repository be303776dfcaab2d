package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PayloadSource;
import io.noetl.domain.value.Value;
import io.noetl.testkit.playbook.PayloadSourceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlPayloadSourceTest extends PayloadSourceContract {

  @Override
  protected PayloadSource source() {
    return new YamlPayloadSource();
  }

  @Test
  void gives_the_place_of_a_mistake_in_a_yaml_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("in.yml"), "city: Oslo\nwhen: 'now\n");

    assertThatThrownBy(() -> source().file(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(file + ":2:7: a quote that is never closed");
  }

  @Test
  void gives_the_place_of_a_mistake_in_a_json_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("in.JSON"), "{\n  \"a\": 1,\n}");

    assertThatThrownBy(() -> source().file(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(file + ":3:1: no valid JSON: expected a key in double quotes, found '}'");
  }

  @Test
  void passes_over_a_byte_order_mark(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("in.json"), "\uFEFF{\"a\": 1}");

    assertThat(source().file(file)).isEqualTo(Value.of(Map.of("a", Value.of(1))));
  }

  @Test
  void refuses_an_empty_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("in.yaml"), "");

    assertThatThrownBy(() -> source().file(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage(file + ": a payload must be a map, not null");
  }

  @Test
  void refuses_a_block_where_a_scalar_belongs() {
    assertThatThrownBy(() -> source().scalar("--set note", "hello: world"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("--set note: 'hello: world' is a map, not a scalar, a [list] or a {map: …}");
  }

  @Test
  void says_how_to_pass_text_that_yaml_cannot_begin_with() {
    assertThatThrownBy(() -> source().scalar("--set user", "@home"))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            refusal ->
                assertThat(refusal.remedy()).isEqualTo("put quotes inside the shell's quotes to pass it as text: '\"…\"'"))
        .hasMessage("--set user:1:1: a plain text cannot begin with '@'; quote it");
  }
}
