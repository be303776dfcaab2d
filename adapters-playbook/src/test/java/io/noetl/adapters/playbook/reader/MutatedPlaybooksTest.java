package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.PlaybookSource.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, reading it ends in a sound playbook or in problems that stand somewhere in the file. */
class MutatedPlaybooksTest {

  private static final List<String> PIECES =
      List.of(
          " ", "\n", "\n  ", "\t", ":", ": ", "- ", "?", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!", "!!str ", "|",
          ">", "'", "\"", "%", "@", "\\", "~", "=", "<<: ", "{{", "}}", "\n---\n", "\r", "\u2028", "😀", "\u0000", "null",
          "yes", "0x", "2001-02-30", "step", "next", "loop", "end_loop", "type: ", "call", "with", "name");

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15})
  void reading_never_breaks(long seed) throws IOException, URISyntaxException {
    Random random = new Random(seed);
    List<String> originals = originals();
    for (int i = 0; i < 200; i++) {
      String text = originals.get(random.nextInt(originals.size()));
      for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
        text = mutated(text, random);
      }
      // An edit may cut a character in two; in UTF-8 there is no such half.
      check(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), seed, i);
    }
  }

  private static void check(String text, long seed, int round) {
    String described = "seed " + seed + ", round " + round + ":\n" + text;
    int lines = 1 + (int) text.chars().filter(c -> c == '\n' || c == '\r').count();
    Reading reading = Playbooks.read(text);

    if (reading instanceof Reading.Broken broken) {
      assertThat(broken.errors()).as(described).isNotEmpty();
      assertThat(broken.errors())
          .as(described)
          .allSatisfy(problem -> assertThat(problem.message()).isNotBlank().doesNotContain("\n", "\r"))
          .allSatisfy(problem -> assertThat(problem.position().line()).isLessThanOrEqualTo(lines));
    }
  }

  private static String mutated(String text, Random random) {
    int at = random.nextInt(text.length() + 1);
    if (random.nextBoolean()) {
      return text.substring(0, at) + PIECES.get(random.nextInt(PIECES.size())) + text.substring(at);
    }
    return text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(4)));
  }

  private static List<String> originals() throws IOException, URISyntaxException {
    var folder = Objects.requireNonNull(MutatedPlaybooksTest.class.getResource("/playbooks/broken"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().map(MutatedPlaybooksTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
