package io.noetl.adapters.playbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Templates that would run for ever, fill the memory or reach out: each of {@code hostile.json} ends in the error that
 * stands there, at its position, on a thread with a small stack. {@code ./dev hostile templates} times them.
 */
class HostileTemplatesTest {

  private static final int STACK_BYTES = 512 << 10;

  @Test
  void each_ends_in_its_error_with_a_position() throws IOException, InterruptedException {
    List<Value> templates = templates();
    List<String> differences = new ArrayList<>();
    for (Value template : templates) {
      MapValue entry = (MapValue) template;
      String outcome = outcome(source(entry.valueOf("template")));
      if (!outcome.equals(text(entry.valueOf("error")))) {
        differences.add(text(entry.valueOf("name")) + "\n      " + outcome);
      }
    }
    assertThat(templates).hasSizeGreaterThan(200);
    assertThat(differences).isEmpty();
  }

  private static List<Value> templates() throws IOException {
    try (InputStream in = HostileTemplatesTest.class.getResourceAsStream("/templates/hostile.json")) {
      assertThat(in).isNotNull();
      return ((ListValue) JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))).items();
    }
  }

  private static String outcome(String source) throws InterruptedException {
    String[] outcome = new String[1];
    Thread thread = new Thread(null, () -> outcome[0] = rendered(source), "hostile", STACK_BYTES);
    thread.start();
    thread.join();
    return outcome[0];
  }

  private static String rendered(String source) {
    return switch (new TemplateFixture().with("x", "{}").render(TemplateText.of(source), true)) {
      case Rendered.Success success -> "rendered";
      case Rendered.Failure failure -> {
        String message = TemplateFixture.shown(failure.problem());
        yield message.length() <= 200 ? message : message.substring(0, 200) + "...";
      }
    };
  }

  /** A template: a text, or a list of texts and of pairs of a text and how often it is repeated. */
  private static String source(Value template) {
    if (!(template instanceof ListValue parts)) {
      return text(template);
    }
    StringBuilder source = new StringBuilder();
    for (Value part : parts.items()) {
      source.append(part instanceof ListValue pair
          ? text(pair.items().get(0)).repeat((int) ((IntValue) pair.items().get(1)).value())
          : text(part));
    }
    return source.toString();
  }

  private static String text(Value value) {
    return ((TextValue) value).value();
  }
}
