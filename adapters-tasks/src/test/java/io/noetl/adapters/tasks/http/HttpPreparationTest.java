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
      textBlock =
          """
          {"endpoint": "http://h/", "paylod": 1}            | 12 | unknown key 'paylod'; did you mean 'payload'?
          {"endpoint": "http://h/", "method": "GTE"}        | 12 | no such method: "GTE"; did you mean 'GET'?
          {"endpoint": "http://h/", "timeout": -1}          | 12 | timeout must be a number of seconds above 0 and at most a year, not -1
          {"endpoint": "h/"}                                | 11 | endpoint must be a URL that begins with http:// or https://, not 'h/'
          {"endpoint": "http://h/", "params": "a=1"}        | 12 | params must be a map, not text
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

  private static Task task(Map<String, ValueTemplate> settings) {
    Fields fields = new Fields(settings, Position.START);
    return new Task("fetch", Position.START, "http", fields, Fields.NONE, new Parameters.None());
  }

  private static Preparation prepare(Task task) {
    return HttpPreparation.of(task);
  }
}
