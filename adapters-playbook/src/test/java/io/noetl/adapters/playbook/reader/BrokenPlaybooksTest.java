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
 * Every {@code broken/NAME.yaml} is refused, and every {@code doubtful/NAME.yaml} read, with exactly the lines of {@code
 * NAME.txt} beside it: the errors as {@code line:column: message}, then the warnings, {@code warning} before each.
 */
class BrokenPlaybooksTest {

  static List<String> broken() throws IOException, URISyntaxException {
    return names("broken");
  }

  static List<String> doubtful() throws IOException, URISyntaxException {
    return names("doubtful");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void says_what_is_wrong_and_where(String name) throws IOException, URISyntaxException {
    assertThat(read("broken", name)).isInstanceOf(Reading.Broken.class);
  }

  @ParameterizedTest
  @MethodSource("doubtful")
  void says_what_is_doubtful_and_where(String name) throws IOException, URISyntaxException {
    assertThat(read("doubtful", name)).isInstanceOf(Reading.Sound.class);
  }

  @Test
  void the_corpus_is_whole() throws IOException, URISyntaxException {
    assertThat(broken()).hasSize(150);
    assertThat(doubtful()).hasSize(20);
  }

  private static Reading read(String folder, String name) throws IOException, URISyntaxException {
    Reading reading = Playbooks.readWithTemplates(folder(folder).resolve(name + ".yaml"));
    assertThat(Playbooks.problems(reading))
        .as(folder + "/" + name)
        .isEqualTo(Files.readString(folder(folder).resolve(name + ".txt")));
    return reading;
  }

  private static List<String> names(String folder) throws IOException, URISyntaxException {
    try (Stream<Path> files = Files.list(folder(folder))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> name.substring(0, name.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  private static Path folder(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(BrokenPlaybooksTest.class.getResource("/playbooks/" + name)).toURI());
  }
}
