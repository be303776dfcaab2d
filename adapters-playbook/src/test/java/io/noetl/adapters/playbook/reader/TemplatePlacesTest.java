package io.noetl.adapters.playbook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.playbook.template.JinjaTemplateEngine;
import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in templates of every scalar style, at their {@code line:column} in the file, through the real engine. */
class TemplatePlacesTest {

  private static final String WORKFLOW = "workflow: [{step: start}]\n";

  /** One mistake in each: {@code MISTAKE} stands at the end of an expression. */
  private static final String STYLES =
      """
      workload:
        plain: x {{ 1 MISTAKE }}
        plain_lines: x
          y {{ 1
             MISTAKE }}
        single: 'it''s {{ 1 MISTAKE }}'
        single_lines: 'it''s

          {{ 1
          MISTAKE }}'
        double: "\\t\\x41\\u263A\\U0001F600 \\"😀\\" {{ 1 MISTAKE }}"
        double_lines: "a \\
          b \\n
            c {{ 1 MISTAKE }}"
        literal: |
          select
            {{ 1
              MISTAKE }}
        literal_indented: |2-

             {{ 1 MISTAKE }}
        folded: >-
          select

             more {{ 1
          + 1

           MISTAKE }}
        tagged: !!str &anchor "\\e{{ 1 MISTAKE }}"
        flow: {a: ["\\n{{ 1 MISTAKE }}", b]}
      """;

  private static final List<String> PLACES =
      List.of(
          "2:17", "5:8", "6:23", "10:5", "11:47", "14:14", "18:9", "21:13", "28:6", "29:33", "30:22");

  @TempDir Path folder;

  @Test
  void syntax_errors_stand_at_their_place() throws IOException {
    assertThat(problems(styles("]") + WORKFLOW)).map(TemplatePlacesTest::place).containsExactlyElementsOf(PLACES);
  }

  @Test
  void warnings_of_rendering_stand_at_their_place() throws IOException {
    assertThat(warnings(styles("+ missing") + WORKFLOW))
        .map(TemplatePlacesTest::place)
        .containsExactlyElementsOf(PLACES.stream().map(TemplatePlacesTest::twoFurther).toList());
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_change_no_place() throws IOException {
    String file = "\uFEFF" + (styles("]") + WORKFLOW).replace("\n", "\r\n");

    assertThat(problems(file)).map(TemplatePlacesTest::place).containsExactlyElementsOf(PLACES);
  }

  @Test
  void a_problem_tells_what_is_wrong_behind_its_place() throws IOException {
    assertThat(problems("workload: {a: \"\\t{{ 1 ]\"}\n" + WORKFLOW))
        .singleElement()
        .asString()
        .startsWith("1:23: ");
    assertThat(warnings("workload: {a: \"\\r\\n\\r\\n{{ 1 }}{{ missing }}\"}\n" + WORKFLOW))
        .containsExactly("1:34: 'missing' is undefined");
  }

  @Test
  void the_template_of_a_condition_that_is_no_text_stands_at_its_value() throws IOException {
    String file =
        """
        workflow:
          - step: start
            next:
              - when: yes
                then: end
          - step: end
        """;
    Reading.Sound sound = (Reading.Sound) read(file);
    NextEntry.When when = (NextEntry.When) sound.playbook().steps().get("start").next().getFirst();

    assertThat(when.condition().source()).isEqualTo("{{ true }}");
    assertThat(when.condition().inFile(5)).hasToString("4:15");
  }

  private static String styles(String mistake) {
    return STYLES.replace("MISTAKE", mistake);
  }

  private static String place(String problem) {
    return problem.substring(0, problem.indexOf(':', problem.indexOf(':') + 1));
  }

  private static String twoFurther(String place) {
    int colon = place.indexOf(':');
    return place.substring(0, colon + 1) + (Integer.parseInt(place.substring(colon + 1)) + 2);
  }

  private List<String> problems(String yaml) throws IOException {
    Reading.Broken broken = (Reading.Broken) read(yaml);
    return broken.errors().stream().map(problem -> problem.position() + ": " + problem.message()).toList();
  }

  /** What rendering every template of the workload warns of. */
  private List<String> warnings(String yaml) throws IOException {
    Reading.Sound sound = (Reading.Sound) read(yaml);
    return texts(sound.playbook().workload())
        .flatMap(text -> warnings(text).stream())
        .toList();
  }

  private static List<String> warnings(TemplateText text) {
    RenderContext lenient = new RenderContext(name -> null, Instant.EPOCH, 1, false);
    Rendered.Success rendered = (Rendered.Success) new JinjaTemplateEngine().render(text, lenient);
    return rendered.warnings().stream().map(problem -> problem.position() + ": " + problem.message()).toList();
  }

  private static Stream<TemplateText> texts(ValueTemplate value) {
    return switch (value) {
      case ValueTemplate.Text text -> Stream.of(text.text());
      case ValueTemplate.Items items -> items.items().stream().flatMap(TemplatePlacesTest::texts);
      case ValueTemplate.Fields fields -> fields.entries().values().stream().flatMap(TemplatePlacesTest::texts);
      case ValueTemplate.Literal literal -> Stream.empty();
    };
  }

  private Reading read(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("playbook.yaml"), yaml);
    return new YamlPlaybookSource(new JinjaTemplateEngine(), Set.of("python")).read(file);
  }
}
