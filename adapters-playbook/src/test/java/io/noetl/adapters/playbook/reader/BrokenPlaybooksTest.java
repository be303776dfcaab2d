package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.PlaybookSource.Reading;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every {@code broken/NAME.yaml} is refused with exactly the lines of {@code broken/NAME.txt}: the errors as {@code
 * line:column: message}, then the warnings, {@code warning} before each.
 */
class BrokenPlaybooksTest {

  static List<String> names() throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void says_what_is_wrong_and_where(String name) throws IOException, URISyntaxException {
    Reading reading = Playbooks.read(folder().resolve(name + ".yaml"));

    assertThat(Playbooks.problems(reading)).isEqualTo(Files.readString(folder().resolve(name + ".txt")));
    assertThat(reading).isInstanceOf(Reading.Broken.class);
  }

  @Test
  void the_corpus_is_whole() throws IOException, URISyntaxException {
    assertThat(names()).hasSize(113);
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(Objects.requireNonNull(BrokenPlaybooksTest.class.getResource("/playbooks/broken")).toURI());
  }
}
