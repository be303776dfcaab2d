package io.noetl.testkit.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PlaybookSource;
import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a {@link PlaybookSource} must do with playbooks in YAML. */
public abstract class PlaybookSourceContract {

  private static final String SOUND =
      """
      name: small
      path: examples/small
      version: "1.0"
      workload:
        city: Oslo
      workflow:
        - step: start
          next: end
      """;

  /** The source under test; it can read tasks of the types {@code http} and {@code python}. */
  protected abstract PlaybookSource source();

  @Test
  void reads_a_sound_playbook(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("small.yaml"), SOUND);

    Reading reading = source().read(file);

    assertThat(reading).isInstanceOf(Reading.Sound.class);
    assertThat(((Reading.Sound) reading).warnings()).isEmpty();
    Playbook playbook = ((Reading.Sound) reading).playbook();
    assertThat(playbook.name()).isEqualTo("small");
    assertThat(playbook.path()).isEqualTo("examples/small");
    assertThat(playbook.version()).isEqualTo("1.0");
    assertThat(playbook.steps()).containsOnlyKeys("start");
    assertThat(playbook.workload().entries()).containsOnlyKeys("city");
  }

  @Test
  void keeps_the_file_its_text_and_the_digest_of_its_bytes(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("small.yaml"), SOUND);

    Playbook playbook = ((Reading.Sound) source().read(file)).playbook();

    assertThat(playbook.file()).isEqualTo(file.toString());
    assertThat(playbook.source()).isEqualTo(SOUND);
    assertThat(playbook.sha256()).isEqualTo("c75521fbc558585f89593401eab4af67f58ccb82727b257cdc53eea2d87d9900");
  }

  @Test
  void finds_every_mistake_in_the_order_of_the_file(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("broken.yaml"),
            """
            name: broken
            workflow:
              - step: start
                next: fetsh
              - step: fetch
                call: {task: nothing}
              - step: lost
            """);

    Reading reading = source().read(file);

    assertThat(reading.file()).isEqualTo(file.toString());
    assertThat(((Reading.Broken) reading).errors())
        .containsExactly(
            new Problem("unknown step 'fetsh'; did you mean 'fetch'?", new Position(4, 11)),
            new Problem("unknown task 'nothing'", new Position(6, 18)));
    assertThat(((Reading.Broken) reading).warnings())
        .containsExactly(
            new Problem("step 'fetch' is never reached", new Position(5, 11)),
            new Problem("step 'lost' is never reached", new Position(7, 11)));
  }

  @Test
  void refuses_a_file_that_is_not_there(@TempDir Path folder) {
    Path file = folder.resolve("none.yaml");

    assertThatThrownBy(() -> source().read(file))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("cannot read playbook " + file + ": there is no such file");
  }

  @Test
  void refuses_a_folder(@TempDir Path folder) {
    assertThatThrownBy(() -> source().read(folder))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("cannot read playbook " + folder + ": it is a folder");
  }
}
