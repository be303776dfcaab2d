package io.noetl.adapters.playbook.template.function;

import io.noetl.adapters.playbook.template.value.Arguments;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.PyText;
import io.noetl.adapters.playbook.template.value.PyValue;
import io.noetl.adapters.playbook.template.value.Rendering;
import java.util.List;
import java.util.Random;

/** {@code lipsum}: filler text, from the rendering's own seeded numbers. */
final class LoremIpsum {

  private static final Signature SIGNATURE = Signature.of("lipsum", 0, "n", "html", "min", "max");

  private static final List<String> WORDS = List.of("lorem", "ipsum", "dolor", "sit", "amet", "consectetur", "adipiscing",
      "elit", "sed", "do", "eiusmod", "tempor", "incididunt", "ut", "labore", "et", "dolore", "magna", "aliqua");

  private LoremIpsum() {}

  static PyValue text(Rendering rendering, Arguments given) {
    Bound arguments = SIGNATURE.bind(given);
    int paragraphs = arguments.integer(0, 5);
    boolean html = arguments.flag(1, true);
    int least = arguments.integer(2, 20);
    int most = arguments.integer(3, 100);
    if (least < 0 || most <= least) {
      throw new EvaluationException("'lipsum' needs 'min' of at least 0 and below 'max'");
    }
    Random random = rendering.random();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < paragraphs; i++) {
      out.append(i == 0 ? "" : html ? "\n" : "\n\n").append(html ? "<p>" : "");
      paragraph(rendering, random, least + random.nextInt(most - least), out);
      out.append(html ? "</p>" : "");
    }
    rendering.characters(out.length());
    return html ? PyText.safe(out.toString()) : PyText.of(out.toString());
  }

  private static void paragraph(Rendering rendering, Random random, int words, StringBuilder out) {
    for (int i = 0; i < words; i++) {
      rendering.step();
      String word = WORDS.get(random.nextInt(WORDS.size()));
      out.append(i == 0 ? "" : " ").append(i == 0 ? LetterCase.capitalized(word) : word);
      rendering.length(out.length());
    }
    out.append('.');
  }
}
