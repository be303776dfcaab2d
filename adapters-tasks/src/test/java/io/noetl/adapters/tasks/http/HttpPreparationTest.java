package io.noetl.adapters.tasks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import io.noetl.testkit.task.SampleTasks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPreparationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"endpoint": "http://h/", "paylod": 1}            | 12 | unknown key 'paylod'; did you mean 'payload'?
          {"endpoint": "http://h/", "method": "GTE"}        | 12 | no such method: "GTE"; did you mean 'GET'?
          {"endpoint": "http://h/", "timeout": -1}          | 12 | timeout must be seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not -1
          {"endpoint": "h/"}                                | 11 | endpoint must be a URL that begins with http:// or https://, not 'h/'
          {"endpoint": "http://h/", "params": "a=1"}        | 12 | params must be a map, not text
          {"endpoint": "http://h/", "body_fil": "x"}        | 12 | unknown key 'body_fil'; did you mean 'body_file'?
          {"endpoint": "http://h/", "body": "x", "form": {}} | 13 | 'body' and 'form' both say what to send; keep one of them
          {"endpoint": "http://h/", "auth": {"type": "basic", "token": "x"}} | 12 | auth: unknown key 'token' for type basic; known are type, username, password
          {"endpoint": "http://h/", "files": {"f": 1}}      | 12 | files.f must be a path, a map with 'path', or a list of those, not integer
          {"endpoint": "http://h/", "rate": 3}              | 12 | rate must be a number of requests above 0 per second, minute or hour, such as "10/s", "30/m" or "100/h", not 3
          {"endpoint": "http://h/", "max_size": "x"}        | 12 | max_size must be a number of bytes above 0, or a text such as "10 MB", not "x"
          {"endpoint": "http://h/", "headers": {"Host": 1}} | 12 | headers: 'Host' is set by the connection itself; leave it out
          """)
  void rejects_what_cannot_work_at_its_place(String settings, int line, String message) {
    assertThat(prepare(SampleTasks.task("http", "fetch", SampleTasks.map(settings))))
        .isEqualTo(new Preparation.Rejected(new Problem("http task 'fetch': " + message, new Position(line, 7))));
  }

  @Test
  void rejects_a_task_without_an_endpoint_at_the_task() {
    assertThat(prepare(SampleTasks.task("http", "fetch", Value.EMPTY_MAP)))
        .isEqualTo(
            new Preparation.Rejected(
                new Problem("http task 'fetch' has no endpoint; give the URL to ask", new Position(10, 5))));
  }

  @Test
  void leaves_templates_and_unknown_keys_to_the_run() {
    Map<String, ValueTemplate> settings = new LinkedHashMap<>();
    settings.put("endpoint", new ValueTemplate.Text(TemplateText.of("{{ base }}/x")));
    settings.put("timeout", new ValueTemplate.Text(TemplateText.of("{{ limit }}")));
    settings.put("something_else", new ValueTemplate.Literal(Value.TRUE, Position.START));

    assertThat(prepare(task(settings))).isEqualTo(new Preparation.Ready(new Parameters.None()));
  }

  @Test
  void checks_the_headers_that_are_known_beside_templates() {
    Map<String, ValueTemplate> headers = new LinkedHashMap<>();
    headers.put("X-Token", new ValueTemplate.Text(TemplateText.of("{{ token }}")));
    headers.put("Content-Length", new ValueTemplate.Literal(Value.of(3), Position.START));
    Map<String, ValueTemplate> settings = new LinkedHashMap<>();
    settings.put("endpoint", new ValueTemplate.Text(TemplateText.of("http://h/")));
    settings.put("headers", new Fields(headers, new Position(4, 9)));

    assertThat(prepare(task(settings)))
        .isEqualTo(
            new Preparation.Rejected(
                new Problem(
                    "http task 'fetch': headers: 'Content-Length' is set by the connection itself; leave it out",
                    new Position(4, 9))));
  }

  @Test
  void rejects_two_bodies_that_are_both_there_whatever_their_templates_yield() {
    Map<String, ValueTemplate> settings = new LinkedHashMap<>();
    settings.put("endpoint", new ValueTemplate.Text(TemplateText.of("http://h/")));
    settings.put("form", new Fields(Map.of("a", new ValueTemplate.Text(TemplateText.of("{{ a }}"))), new Position(4, 9)));
    settings.put("payload", new ValueTemplate.Text(TemplateText.of("{{ b }}")));
    assertThat(prepare(task(settings))).isEqualTo(new Preparation.Ready(new Parameters.None()));

    settings.put("payload", new Fields(Map.of(), new Position(6, 9)));
    assertThat(prepare(task(settings)))
        .isEqualTo(
            new Preparation.Rejected(
                new Problem(
                    "http task 'fetch': 'payload' and 'form' both say what to send; keep one of them",
                    new Position(4, 9))));
  }

  @Test
  void takes_credentials_that_are_templates() {
    Map<String, ValueTemplate> auth = new LinkedHashMap<>();
    auth.put("type", new ValueTemplate.Text(TemplateText.of("bearer")));
    auth.put("token", new ValueTemplate.Text(TemplateText.of("{{ env.TOKEN }}")));
    Map<String, ValueTemplate> settings = new LinkedHashMap<>();
    settings.put("endpoint", new ValueTemplate.Text(TemplateText.of("http://h/")));
    settings.put("auth", new Fields(auth, Position.START));

    assertThat(prepare(task(settings))).isEqualTo(new Preparation.Ready(new Parameters.None()));
  }

  private static Task task(Map<String, ValueTemplate> settings) {
    Fields fields = new Fields(settings, Position.START);
    return new Task("fetch", Position.START, "http", fields, Fields.NONE, new Parameters.None());
  }

  private static Preparation prepare(Task task) {
    return HttpPreparation.of(task);
  }
}
