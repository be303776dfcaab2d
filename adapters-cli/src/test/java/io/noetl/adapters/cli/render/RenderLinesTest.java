package io.noetl.adapters.cli.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.application.render.RenderAnswer;
import io.noetl.application.render.RenderRequest;
import io.noetl.application.render.RenderTemplate;
import io.noetl.application.render.TemplateRenderer;
import io.noetl.domain.value.Value;
import io.noetl.testkit.core.LiteralTemplates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderLinesTest {

  private static final RenderTemplate LITERAL =
      new TemplateRenderer(
          new LiteralTemplates().yielding("{{ list }}", List.of(1, true)).failing("{{ 1 / 0 }}", "division by zero"),
          () -> Instant.EPOCH);

  private final List<RenderRequest> asked = new ArrayList<>();

  @Test
  void each_line_is_answered_by_a_line_in_order() {
    String lines =
        """
        {"template": "{{ x }}", "context": {"x": {"é": [1.0, null]}}}
        {"template": "{{ list }}", "text": true}
        {"template": "{{ 1 / 0 }}"}
        {"template": "{{ 1 / 0 }}", "strict": true}
        {"template": ""}
        """;

    assertThat(new Console().rendering(LITERAL).reading(lines).run("render", "--jsonl"))
        .isEqualTo(
            new Outcome(
                0,
                """
                {"value":{"é":[1.0,null]}}
                {"value":"[1,true]"}
                {"value":null,"warnings":["1:1: division by zero"]}
                {"error":"division by zero","line":1,"column":1}
                {"value":""}
                """,
                ""));
  }

  @Test
  void no_input_is_no_answer() {
    assertThat(new Console().rendering(LITERAL).run("render", "--jsonl")).isEqualTo(new Outcome(0, "", ""));
  }

  @Test
  void a_line_says_all_that_a_rendering_depends_on() {
    answering("{\"template\":\"t\",\"context\":{\"a\":1},\"text\":true,\"strict\":true,"
        + "\"now\":\"2026-01-31T12:00:00.5Z\",\"seed\":-7}\r\n{\"template\":\"u\"}");

    assertThat(asked)
        .containsExactly(
            new RenderRequest(
                "t", Value.of(Map.of("a", Value.of(1))), true, true, Instant.parse("2026-01-31T12:00:00.5Z"), -7),
            RenderRequest.of("u"));
  }

  @Test
  void options_hold_for_lines_that_do_not_say() {
    answering("{\"template\":\"t\"}\n{\"template\":\"u\",\"text\":false,\"strict\":false}\n", "--text", "--strict");

    assertThat(asked)
        .containsExactly(new RenderRequest("t", Value.EMPTY_MAP, true, true, null, 0), RenderRequest.of("u"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          x                                  | is no JSON: unexpected 'x' at column 1
          ``                                 | is no JSON: unexpected end of the text at column 1
          {"template": "t"} {}               | is no JSON: unexpected '{' after the value at column 19
          ["t"]                              | must be an object, {\\"template\\": …}, not list
          {}                                 | has no key 'template'
          {"tmplate": "t"}                   | has an unknown key 'tmplate'; did you mean 'template'?
          {"template": "t", "vars": {}}      | has an unknown key 'vars'; there are template, context, text, strict, now, seed
          {"template": 5}                    | must have text under 'template', not integer
          {"template": "t", "context": [1]}  | must have a map under 'context', not list
          {"template": "t", "text": "yes"}   | must have true or false under 'text', not text
          {"template": "t", "strict": null}  | must have true or false under 'strict', not null
          {"template": "t", "now": "today"}  | has a 'now' that is no instant such as \\"2026-01-31T12:00:00Z\\": 'today'
          {"template": "t", "now": 5}        | must have text such as \\"2026-01-31T12:00:00Z\\" under 'now', not integer
          {"template": "t", "seed": 1.5}     | must have an integer of 64 bits under 'seed', not number
          """)
  void a_line_that_is_no_request_is_an_error_and_the_next_one_is_answered(String line, String reason) {
    assertThat(answering("{\"template\":\"t\"}\n" + line + "\n{\"template\":\"t\"}\n"))
        .isEqualTo(
            new Outcome(0, "{\"value\":1}\n{\"error\":\"input line 2 " + reason + "\"}\n{\"value\":1}\n", ""));
  }

  @Test
  void a_line_that_is_no_utf_8_is_an_error() {
    byte[] bytes = "{\"template\":\"é\"}\n{\"template\":\"t\"}".getBytes(ISO_8859_1);

    assertThat(console().reading(new ByteArrayInputStream(bytes)).run("render", "--jsonl").out())
        .isEqualTo("{\"error\":\"input line 1 is no UTF-8\"}\n{\"value\":1}\n");
  }

  @Test
  void a_line_that_is_too_long_is_an_error() {
    String longest = "{\"template\":\"" + "x".repeat(10_000_000 - 15) + "\"}";

    assertThat(answering(longest + "\n" + longest + " \n" + longest).out())
        .isEqualTo("{\"value\":1}\n{\"error\":\"input line 2 is longer than 10000000 bytes\"}\n{\"value\":1}\n");
  }

  @Test
  void whoever_waits_for_an_answer_gets_it() {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    List<String> seen = new ArrayList<>();
    InputStream conversation =
        new InputStream() {
          private final byte[] request = "{\"template\":\"t\"}\n".getBytes(UTF_8);

          @Override
          public int read() {
            throw new AssertionError("lines are read in chunks");
          }

          @Override
          public int read(byte[] into, int at, int length) {
            seen.add(written.toString(UTF_8));
            if (seen.size() > 3) {
              return -1;
            }
            System.arraycopy(request, 0, into, at, request.length);
            return request.length;
          }
        };

    console().reading(conversation).writingTo(written).run("render", "--jsonl");

    assertThat(seen)
        .containsExactly(
            "", "{\"value\":1}\n", "{\"value\":1}\n{\"value\":1}\n", "{\"value\":1}\n{\"value\":1}\n{\"value\":1}\n");
  }

  @Test
  void many_answers_are_written_together() {
    List<Integer> writes = new ArrayList<>();
    OutputStream counting =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new AssertionError("answers are written in chunks");
          }

          @Override
          public void write(byte[] bytes, int at, int length) {
            writes.add(length);
          }
        };

    console().reading("{\"template\":\"t\"}\n".repeat(10_000)).writingTo(counting).run("render", "--jsonl");

    assertThat(writes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(120_000);
    assertThat(writes).hasSizeLessThan(100);
  }

  @Test
  void it_ends_when_nobody_reads_the_answers() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    Outcome outcome =
        console().reading("{\"template\":\"t\"}\n".repeat(100_000)).writingTo(closed).run("render", "--jsonl");

    assertThat(asked).hasSizeBetween(5_000, 6_000);
    assertThat(outcome).isEqualTo(new Outcome(3, "", "noetl: the answer could not be written to standard output\n"));
  }

  @Test
  void standard_input_that_fails_exits_3() {
    assertThat(console().reading(RenderCommandTest.broken()).run("render", "--jsonl"))
        .isEqualTo(
            new Outcome(3, "", "noetl: standard input cannot be read: the disk is gone; check what writes it\n"));
  }

  private Outcome answering(String lines, String... options) {
    List<String> arguments = new ArrayList<>(List.of("render", "--jsonl"));
    arguments.addAll(List.of(options));
    return console().reading(lines).run(arguments.toArray(String[]::new));
  }

  private Console console() {
    return new Console()
        .rendering(
            request -> {
              asked.add(request);
              return new RenderAnswer.Yielded(Value.of(1), List.of());
            });
  }
}
