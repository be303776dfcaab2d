package io.noetl.adapters.playbook.reader.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.SourceMap;
import io.noetl.domain.template.TemplateText;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Places in random texts of every style, against places that are found by counting in the file. */
class RandomScalarPlacesTest {

  private static final int FILES = 5_000;
  private static final Pattern WORD = Pattern.compile("Q\\d+Q");

  private final Random random = new Random(20_260_101);

  @ParameterizedTest
  @EnumSource
  void each_word_is_mapped_to_its_place_in_the_file(RandomScalars.Style style) {
    RandomScalars scalars = new RandomScalars(random);
    int read = 0;
    int words = 0;
    for (int i = 0; i < FILES; i++) {
      String file = scalars.file(style);
      try {
        TemplateText text = ScalarPlaceTest.text(file);
        read++;
        words += checked(file, text);
      } catch (YamlException noYaml) {
        assertThat(noYaml.problem().message()).isNotEmpty();
      }
    }
    assertThat(read).isGreaterThan(FILES / 3);
    assertThat(words).isGreaterThan(FILES / 2);
  }

  /** How many words there are; all are where they should be. */
  private static int checked(String file, TemplateText text) {
    assertThat(text.places()).as("read as the parser reads it: %s", file).isInstanceOf(SourceMap.Runs.class);
    int words = 0;
    Matcher word = WORD.matcher(text.source());
    while (word.find()) {
      int inFile = file.indexOf(word.group());
      for (int i = 0; i < word.group().length(); i++) {
        assertThat(text.inFile(word.start() + i)).as("%s in %s", word.group(), file).isEqualTo(counted(file, inFile + i));
      }
      words++;
    }
    return words;
  }

  private static Position counted(String file, int offset) {
    String[] lines = (file.substring(0, offset) + "$").split("\r\n|\r|\n", -1);
    return new Position(lines.length, lines[lines.length - 1].length());
  }
}
