package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.playbook.template.function.Filters;
import io.noetl.adapters.playbook.template.function.Globals;
import io.noetl.adapters.playbook.template.function.Tests;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about templates: each of its examples yields what the page says, and no name is missing. */
class TemplatesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "templates.md");
  private static final Pattern BLOCK = Pattern.compile("```(json|jinja-examples)\n(.*?)```", Pattern.DOTALL);

  private final TemplateFixture templates = new TemplateFixture();

  @Test
  void every_example_yields_what_the_page_says() throws IOException {
    List<String> wrong = new ArrayList<>();
    int examples = 0;
    Matcher block = BLOCK.matcher(Files.readString(PAGE));
    while (block.find()) {
      if (block.group(1).equals("json")) {
        ((MapValue) JsonReader.read(block.group(2))).entries()
            .forEach((name, value) -> templates.with(name, JsonWriter.write(value)));
        continue;
      }
      for (String line : block.group(2).lines().toList()) {
        int arrow = line.lastIndexOf(" → ");
        String template = line.substring(0, arrow).stripTrailing();
        String expected = line.substring(arrow + 3);
        String actual = yielded(template);
        examples++;
        if (!actual.equals(expected.startsWith("error ") ? expected : normalised(expected))) {
          wrong.add(template + " → " + actual + "\n    the page says " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(examples).isGreaterThan(100);
  }

  private String yielded(String template) {
    Rendered rendered = templates.render(TemplateText.of(template), true);
    return switch (rendered) {
      case Rendered.Success success -> JsonWriter.write(success.value());
      case Rendered.Failure failure -> lenient(template, TemplateFixture.shown(failure.problem()));
    };
  }

  /** What is undefined is tried leniently too: the page shows both, the warning where nothing else is to be seen. */
  private String lenient(String template, String failure) {
    Value value = JsonReader.read(templates.lenientJson(template));
    return value.equals(Value.NULL) || value.equals(Value.EMPTY_TEXT) ? "error " + failure : JsonWriter.write(value);
  }

  private static String normalised(String json) {
    return JsonWriter.write(JsonReader.read(json));
  }

  @Test
  void every_filter_test_and_global_stands_on_the_page() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> missing = new TreeSet<>();
    for (Set<String> names : List.of(Filters.names(), Tests.names(), Globals.names())) {
      for (String name : names) {
        if (!Pattern.compile("(\\| |`)" + Pattern.quote(name) + "\\b|`" + Pattern.quote(name) + "[`(]").matcher(page).find()) {
          missing.add(name);
        }
      }
    }
    assertThat(missing).isEmpty();
  }
}
