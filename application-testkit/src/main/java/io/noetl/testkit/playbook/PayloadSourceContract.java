package io.noetl.testkit.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PayloadSource;
import io.noetl.domain.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link PayloadSource} must do. */
public abstract class PayloadSourceContract {

  protected abstract PayloadSource source();

  @Test
  void reads_a_yaml_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("in.yaml"), "city: Oslo\ndays: [1, 2]\nwarm: yes\n");

    assertThat(source().file(file))
        .isEqualTo(
            Value.of(
                Map.of(
                    "city", Value.of("Oslo"), "days", Value.of(List.of(Value.of(1), Value.of(2))), "warm", Value.TRUE)));
  }

  @Test
  void reads_a_json_file(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("in.json"), "{\"word\": \"yes\"}");

    assertThat(source().file(file)).isEqualTo(Value.of(Map.of("word", Value.of("yes"))));
  }

  @Test
  void reads_a_json_text() {
    assertThat(source().json("--payload", "{\"a\": 1.5}")).isEqualTo(Value.of(Map.of("a", Value.of(1.5))));
  }

  @Test
  void gives_the_place_of_a_mistake_in_json() {
    assertThatThrownBy(() -> source().json("--payload", "{\"a\": tru}"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("--payload:1:7: no valid JSON: unexpected 't'");
  }

  @Test
  void refuses_what_is_no_map() {
    assertThatThrownBy(() -> source().json("--payload", "[1]"))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("--payload: a payload must be a map, not list");
  }

  @Test
  void refuses_a_file_that_is_not_there(@TempDir Path folder) {
    Path file = folder.resolve("none.yaml");

    assertThatThrownBy(() -> source().file(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("cannot read input " + file + ": there is no such file");
  }

  @Test
  void reads_scalars_and_flow_collections() {
    assertThat(source().scalar("--set n", "5")).isEqualTo(Value.of(5));
    assertThat(source().scalar("--set b", "yes")).isEqualTo(Value.TRUE);
    assertThat(source().scalar("--set t", "two words")).isEqualTo(Value.of("two words"));
    assertThat(source().scalar("--set q", "'5'")).isEqualTo(Value.of("5"));
    assertThat(source().scalar("--set l", "[a, b]")).isEqualTo(Value.of(List.of(Value.of("a"), Value.of("b"))));
    assertThat(source().scalar("--set e", "")).isEqualTo(Value.NULL);
  }
}
