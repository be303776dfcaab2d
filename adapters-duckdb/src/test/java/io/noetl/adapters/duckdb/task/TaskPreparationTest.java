package io.noetl.adapters.duckdb.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Text;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.template.TemplateText;
import io.noetl.testkit.task.SampleTasks;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskPreparationTest {

  private static final Preparation READY = new Preparation.Ready(new Parameters.None());

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"commands\": \"SELECT 1\"}",
        "{\"commands\": [\"SELECT 1\", \"-- nothing\"], \"database\": \"a/b.duckdb\", \"timeout\": 0.5}",
        "{\"commands\": \"SELECT 1\", \"database\": \":memory:\", \"external_access\": false, \"timeout\": null}",
        "{\"commands\": \"SELECT 1\", \"database\": \"../b.duckdb\", \"external_access\": true}",
      })
  void a_sound_task_is_ready(String settings) {
    assertThat(prepare(SampleTasks.task("duckdb", "load", SampleTasks.map(settings)))).isEqualTo(READY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                            | 10:5 | needs commands: one or more SQL statements
          {"commands": 1}                               | 11:7 | commands must be SQL as text or a list of texts, not 1
          {"commands": null}                            | 11:7 | commands must be SQL as text or a list of texts, not null
          {"commands": ["SELECT 1", 2]}                 | 11:7 | commands must be SQL as text or a list of texts, not a list with 2
          {"commands": {"a": "SELECT 1"}}               | 11:7 | commands must be SQL as text or a list of texts, not {"a":"SELECT 1"}
          {"commands": []}                              | 11:7 | commands hold no SQL statement
          {"commands": " ; -- x"}                       | 11:7 | commands hold no SQL statement
          {"commands": "SELECT 1", "database": 3}       | 12:7 | database must be the path of a file or ':memory:', not 3
          {"commands": "SELECT 1", "database": " "}     | 12:7 | database must be the path of a file or ':memory:', not " "
          {"commands": "SELECT 1", "timeout": 0}        | 12:7 | timeout must be seconds or a text such as 500ms, 30s, 5m, 1h, above 0 and at most a year, not 0
          {"commands": "SELECT 1", "external_access": "yes"} | 12:7 | external_access must be true or false, not "yes"
          {"commands": "SELECT 1", "database": "../x.db"} | 12:7 | database '../x.db' lies outside of the working folder; set external_access: true to allow it
          {"commands": "SELECT 1", "database": "s.db"}  | 12:7 | database 's.db' is the run's own event store, which is open for this run and cannot be used by a task: take another file, or ask it after the run with noetl query
          """)
  void a_mistake_is_told_with_its_place(String settings, String position, String message) {
    Preparation.Rejected rejected =
        (Preparation.Rejected) prepare(SampleTasks.task("duckdb", "load", SampleTasks.map(settings)));

    assertThat(rejected.problem().message()).isEqualTo("duckdb task 'load': " + message);
    assertThat(rejected.problem().position()).hasToString(position);
  }

  @Test
  void what_templates_will_yield_is_not_judged() {
    assertThat(prepare(task("{{ sql }}", "{{ path }}"))).isEqualTo(READY);
    assertThat(prepare(task("SELECT 1", "../{{ name }}.duckdb"))).isEqualTo(READY);
    assertThat(prepare(task("", "x")))
        .isEqualTo(
            new Preparation.Rejected(new Problem("duckdb task 'load': commands hold no SQL statement", new Position(2, 3))));
  }

  private Preparation prepare(Task task) {
    Path store = folder.resolve("s.db");
    return Duck.in(folder, store).runner().prepare(List.of(task)).getFirst();
  }

  private static Task task(String commands, String database) {
    Map<String, ValueTemplate> settings = new LinkedHashMap<>();
    settings.put("commands", new Text(new TemplateText(commands, new Position(2, 3), 3)));
    settings.put("database", new Text(new TemplateText(database, new Position(3, 3), 3)));
    Fields fields = new Fields(settings, Position.START);
    return new Task("load", Position.START, "duckdb", fields, Fields.NONE, new Parameters.None());
  }
}
