package io.noetl.adapters.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.application.render.RenderAnswer;
import io.noetl.application.render.RenderRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderCommandTest {

  private static final Problem PROBLEM = new Problem("'nme' is undefined; did you mean 'name'?", new Position(2, 7));

  private final List<RenderRequest> asked = new ArrayList<>();

  @Test
  void a_value_is_json_over_several_lines() {
    assertThat(run(yielding("{\"a\": [1, null], \"é\": \"x\\ny\"}"), "render", "{{ x }}"))
        .isEqualTo(
            new Outcome(
                0,
                """
                {
                  "a": [
                    1,
                    null
                  ],
                  "é": "x\\ny"
                }
                """,
                ""));
    assertThat(run(yielding("\"text\""), "render", "t").out()).isEqualTo("\"text\"\n");
    assertThat(run(yielding("null"), "render", "{{ none }}").out()).isEqualTo("null\n");
  }

  @Test
  void text_is_printed_as_it_is() {
    assertThat(run(yielding("\"[True, 'a']\\nb\""), "render", "--text", "{{ x }}"))
        .isEqualTo(new Outcome(0, "[True, 'a']\nb\n", ""));
    assertThat(asked).containsExactly(new RenderRequest("{{ x }}", Value.EMPTY_MAP, true, false, null, 0));
  }

  @Test
  void an_answer_with_warnings_is_a_success() {
    RenderAnswer answer = new RenderAnswer.Yielded(Value.NULL, List.of(PROBLEM, new Problem("odd\u001b", Position.START)));

    assertThat(run(answer, "render", "{{ nme }}"))
        .isEqualTo(
            new Outcome(
                0,
                "null\n",
                """
                warning: template:2:7: 'nme' is undefined; did you mean 'name'?
                warning: template:1:1: odd\\u001b
                """));
    assertThat(run(answer, "render", "{{ nme }}", "--text").out()).isEqualTo("\n");
  }

  @Test
  void warnings_are_coloured_on_a_terminal_that_welcomes_colours() {
    RenderAnswer answer = new RenderAnswer.Yielded(Value.TRUE, List.of(PROBLEM));

    assertThat(new Console().rendering(request -> answer).onATerminal(true).run("render", "t").err())
        .isEqualTo("\u001b[33mwarning:\u001b[0m template:2:7: 'nme' is undefined; did you mean 'name'?\n");
  }

  @Test
  void a_failed_template_exits_1() {
    assertThat(run(new RenderAnswer.Failed(PROBLEM), "render", "--strict", "{{ nme }}"))
        .isEqualTo(new Outcome(1, "", "noetl: template:2:7: 'nme' is undefined; did you mean 'name'?\n"));
    assertThat(asked).containsExactly(new RenderRequest("{{ nme }}", Value.EMPTY_MAP, false, true, null, 0));
  }

  @Test
  void a_malformed_template_exits_2() {
    Problem problem = new Problem("expected an expression, found '}}'", new Position(1, 8));

    assertThat(run(new RenderAnswer.Malformed(problem), "render", "{{ 1 + }}"))
        .isEqualTo(new Outcome(2, "", "noetl: template:1:8: expected an expression, found '}}'\n"));
  }

  @Test
  void the_context_is_json_a_file_or_standard_input() {
    JsonPayloads payloads = new JsonPayloads(Map.of("folder/w.yaml", "{\"x\": 2}"));
    Console console = console(yielding("1")).loading(payloads).reading("{\"x\": 3}");

    console.run("render", "t", "--context", "{\"x\": 1}");
    console.run("render", "t", "--context", "@folder/w.yaml");
    console.run("render", "t", "--context=@-");
    console.run("render", "t");

    assertThat(asked).map(request -> request.context().valueOf("x"))
        .containsExactly(Value.of(1), Value.of(2), Value.of(3), Value.NULL);
  }

  @Test
  void a_wrong_context_exits_2() {
    Console console = new Console().loading(JsonPayloads.WITHOUT_FILES);

    assertThat(console.run("render", "t", "--context", "[1]"))
        .isEqualTo(new Outcome(2, "", "noetl: --context is no map; write one\n"));
  }

  @Test
  void a_context_on_standard_input_is_named_so() {
    assertThat(new Console().loading(JsonPayloads.WITHOUT_FILES).reading("[1]").run("render", "t", "--context", "@-"))
        .isEqualTo(new Outcome(2, "", "noetl: standard input is no map; write one\n"));
  }

  @Test
  void a_dash_reads_the_template_from_standard_input() {
    console(yielding("1")).reading("a\n{{ 'é' }}\n").run("render", "-");
    console(yielding("1")).run("render", "--", "- {{ x }}");

    assertThat(asked).map(RenderRequest::template).containsExactly("a\n{{ 'é' }}\n", "- {{ x }}");
  }

  @Test
  void a_template_on_standard_input_has_a_longest_length_and_is_utf_8() {
    assertThat(new Console().reading("x".repeat(10_000_001)).run("render", "-"))
        .isEqualTo(
            new Outcome(
                2, "", "noetl: the template on standard input is longer than 10000000 bytes; shorten it\n"));
    assertThat(new Console().reading(new ByteArrayInputStream(new byte[] {'a', (byte) 0xff})).run("render", "-"))
        .isEqualTo(new Outcome(2, "", "noetl: the template on standard input is no UTF-8; write it in UTF-8\n"));
  }

  @Test
  void standard_input_that_fails_exits_3() {
    assertThat(new Console().reading(broken()).run("render", "-"))
        .isEqualTo(
            new Outcome(3, "", "noetl: standard input cannot be read: the disk is gone; check what writes it\n"));
  }

  static InputStream broken() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("the disk is gone");
      }
    };
  }

  private Outcome run(RenderAnswer answer, String... arguments) {
    return console(answer).run(arguments);
  }

  private Console console(RenderAnswer answer) {
    return new Console()
        .rendering(
            request -> {
              asked.add(request);
              return answer;
            });
  }

  private static RenderAnswer yielding(String json) {
    return new RenderAnswer.Yielded(JsonReader.read(json), List.of());
  }
}
