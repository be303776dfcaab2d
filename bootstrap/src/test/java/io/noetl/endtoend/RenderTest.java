package io.noetl.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.endtoend.Noetl.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code render} with the real template engine and payloads. */
class RenderTest {

  @Test
  void a_template_yields_json_or_prints_text() {
    assertThat(Noetl.run("render", "{{ [1, true, none, 'a'] }}"))
        .isEqualTo(new Outcome(0, "[\n  1,\n  true,\n  null,\n  \"a\"\n]\n", ""));
    assertThat(Noetl.run("render", "{{ [1, true, none, 'a'] }}", "--text"))
        .isEqualTo(new Outcome(0, "[1, True, None, 'a']\n", ""));
  }

  @Test
  void a_context_is_read_from_a_yaml_file(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("w.yaml"), "cities:\n  - {name: Oslo, on: yes}\n  - name: Lima\n");

    assertThat(Noetl.run("render", "{{ cities | map(attribute='name') | join(', ') }}", "--text", "--context", "@" + file))
        .isEqualTo(new Outcome(0, "Oslo, Lima\n", ""));
    assertThat(Noetl.run("render", "{{ x }}", "--context", "@" + folder.resolve("v.yaml")))
        .isEqualTo(new Outcome(
            2, "", "noetl: cannot read input " + folder.resolve("v.yaml") + ": there is no such file; check the path\n"));
    assertThat(Noetl.run("render", "{{ x }}", "--context", "{x: 1}"))
        .isEqualTo(new Outcome(
            2,
            "",
            "noetl: --context:1:2: no valid JSON: expected a key in double quotes, found 'x'; "
                + "write it as {\"key\": value}\n"));
  }

  @Test
  void what_is_wrong_with_a_template_is_told_with_its_place() {
    String context = "{\"name\": \"Ada\"}";

    assertThat(Noetl.run("render", "Hi {{ nmae }}!", "--text", "--context", context))
        .isEqualTo(new Outcome(0, "Hi !\n", "warning: template:1:7: 'nmae' is undefined; did you mean 'name'?\n"));
    assertThat(Noetl.run("render", "Hi {{ nmae }}!", "--strict", "--context", context))
        .isEqualTo(new Outcome(1, "", "noetl: template:1:7: 'nmae' is undefined; did you mean 'name'?\n"));
    assertThat(Noetl.run("render", "Hi\n{{ name | uper }}", "--context", context))
        .isEqualTo(new Outcome(2, "", "noetl: template:2:11: unknown filter 'uper'; did you mean 'upper'?\n"));
    assertThat(Noetl.run("render", "{{ 1 / 0 }}"))
        .isEqualTo(new Outcome(0, "null\n", "warning: template:1:6: division by zero\n"));
  }

  @Test
  void lines_are_answered_by_lines() {
    String lines =
        """
        {"template": "{{ cities[0] }}", "context": {"cities": [{"name": "Oslo"}]}}
        {"template": "{{ 7 / 2 }}", "text": true}
        {"template": "{{ ctiies }}", "context": {"cities": []}}
        {"template": "{{ ctiies }}", "context": {"cities": []}, "strict": true}
        {"template": "{% if x %}"}
        {"template": "{{ now() }} {{ [1, 2, 3] | random }}", "now": "2026-01-31T12:00:00Z", "seed": 1}
        """;

    assertThat(Noetl.reading(lines, "render", "--jsonl"))
        .isEqualTo(
            new Outcome(
                0,
                """
                {"value":{"name":"Oslo"}}
                {"value":"3.5"}
                {"value":null,"warnings":["1:4: 'ctiies' is undefined; did you mean 'cities'?"]}
                {"error":"'ctiies' is undefined; did you mean 'cities'?","line":1,"column":4}
                {"error":"'if' without its 'endif'","line":1,"column":11}
                {"value":"2026-01-31T12:00:00.000000 1"}
                """,
                ""));
  }
}
