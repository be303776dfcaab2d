package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventType;
import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value;
import io.noetl.testkit.store.SampleEvents;
import io.noetl.testkit.store.SampleExecution;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The views over the event log, by the literal rows of a small execution. */
class EventLogViewsTest {

  private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final StoreDatabase database = StoreDatabase.inMemory();
  private final EventWriter writer = EventWriter.start(database);

  @AfterEach
  void close() {
    writer.close();
    database.close();
  }

  @Test
  void execution_sums_up_each_execution() throws SQLException {
    record(SampleExecution.events("e1"));

    assertThat(rows("execution")).containsExactly(
        "execution_id | playbook | path | version | status | started_at | completed_at | duration | steps | errors",
        "e1 | weather_example | workflows/weather | 0.1.0 | error | 2026-03-01 12:00:00 | 2026-03-01 12:00:27 | 27.0 | 5 | 1");
  }

  @Test
  void execution_shows_one_that_is_in_progress() throws SQLException {
    record(SampleExecution.events("e1").subList(0, 2));

    assertThat(rows("execution")).contains(
        "e1 | weather_example | workflows/weather | 0.1.0 | in_progress | 2026-03-01 12:00:00 | null | null | 1 | 0");
  }

  @Test
  void step_result_has_a_row_for_each_step_that_ended() throws SQLException {
    record(SampleExecution.events("e1"));

    assertThat(rows("step_result")).containsExactly(
        "execution_id | step_id | step_name | parent_id | timestamp | status | data | error | duration",
        "e1 | start | start | weather_example | 2026-03-01 12:00:02 | success | null | null | 0.25",
        "e1 | city_loop[0].fetch | fetch | city_loop[0] | 2026-03-01 12:00:12 | success | {\"temperature\":21.5} | null | 5.0",
        "e1 | city_loop[2].fetch | fetch | city_loop[2] | 2026-03-01 12:00:19 | error | null | HTTP 500 | 3.0",
        "e1 | city_loop | city_loop | weather_example | 2026-03-01 12:00:22 | error"
            + " | {\"items\":3,\"processed\":2,\"filtered\":1,\"failed\":1} | 1 of 3 items failed | 18.0",
        "e1 | report | report | weather_example | 2026-03-01 12:00:25 | success | {\"alert\":true,\"limit\":7} | null | 0.5");
  }

  @Test
  void task_result_has_a_row_for_each_attempt_that_ended() throws SQLException {
    record(SampleExecution.events("e1"));

    assertThat(rows("task_result")).containsExactly(
        "execution_id | task_id | task_name | task_type | parent_id | timestamp | status | data | error | duration | attempt",
        "e1 | city_loop[0].fetch/get_forecast | get_forecast | http | city_loop[0].fetch | 2026-03-01 12:00:09 | error"
            + " | null | HTTP 503 | 1.0 | 1",
        "e1 | city_loop[0].fetch/get_forecast | get_forecast | http | city_loop[0].fetch | 2026-03-01 12:00:11 | success"
            + " | {\"temperature\":21.5} | null | 1.5 | 2",
        "e1 | city_loop[2].fetch/get_forecast | get_forecast | http | city_loop[2].fetch | 2026-03-01 12:00:18 | error"
            + " | null | HTTP 500 | 1.0 | 1");
  }

  @Test
  void loop_state_tells_of_a_loop_that_completed() throws SQLException {
    record(SampleExecution.events("e1"));

    assertThat(rows("loop_state")).containsExactly(
        "execution_id | loop_id | loop_name | parent_id | iterator | current_index | timestamp | status | items | processed"
            + " | failed",
        "e1 | city_loop | city_loop | weather_example | city | 2 | 2026-03-01 12:00:21 | error | 3 | 2 | 1");
  }

  @Test
  void loop_state_counts_the_items_of_a_loop_that_runs() throws SQLException {
    record(SampleExecution.events("e1").subList(0, 16));

    assertThat(rows("loop_state")).contains(
        "e1 | city_loop | city_loop | weather_example | city | 2 | 2026-03-01 12:00:15 | in_progress | 3 | 1 | 0");
  }

  @Test
  void loop_state_shows_a_loop_that_has_only_begun() throws SQLException {
    record(SampleExecution.events("e1").subList(0, 6));

    assertThat(rows("loop_state")).contains(
        "e1 | city_loop | city_loop | weather_example | city | null | 2026-03-01 12:00:05 | in_progress | 3 | 0 | 0");
  }

  @Test
  void context_has_the_last_value_of_each_variable_of_the_execution_s_own_scope() throws SQLException {
    record(SampleExecution.events("e1"));

    assertThat(rows("context")).containsExactlyInAnyOrder(
        "execution_id | timestamp | key | value",
        "e1 | 2026-03-01 12:00:00 | workload | {\"cities\":[\"Paris\",\"Oslo\",\"Rome\"],\"limit\":5}",
        "e1 | 2026-03-01 12:00:00 | cities | [\"Paris\",\"Oslo\",\"Rome\"]",
        "e1 | 2026-03-01 12:00:04 | unit | \"celsius\"",
        "e1 | 2026-03-01 12:00:22 | city_loop | {\"items\":3,\"processed\":2,\"filtered\":1,\"failed\":1}",
        "e1 | 2026-03-01 12:00:24 | level | \"high\"",
        "e1 | 2026-03-01 12:00:25 | report | {\"alert\":true,\"limit\":7}",
        "e1 | 2026-03-01 12:00:25 | judge | {\"alert\":true,\"limit\":7}",
        "e1 | 2026-03-01 12:00:25 | result | {\"alert\":true,\"limit\":7}",
        "e1 | 2026-03-01 12:00:25 | alert | true",
        "e1 | 2026-03-01 12:00:25 | limit | 7");
  }

  @Test
  void context_holds_keys_and_values_of_any_spelling() throws SQLException {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS)
        .input(SampleExecution.map("{\"a.b\\\"c\": 1e-05, \"big\": 123456789012345678901234567890, \"none\": null}")).add();
    record(events.all());

    assertThat(rows("context WHERE key <> 'workload'")).contains(
        "e1 | 2026-03-01 12:00:00 | a.b\"c | 0.00001",
        "e1 | 2026-03-01 12:00:00 | big | 123456789012345678901234567890",
        "e1 | 2026-03-01 12:00:00 | none | null");
  }

  @Test
  void context_passes_over_an_execution_without_a_workload() throws SQLException {
    SampleEvents events = new SampleEvents("e1");
    Event start = events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS).add();
    events.of(EventType.STEP_START).under(start).input(Value.NULL).add();
    record(events.all());

    assertThat(rows("context")).containsExactly("execution_id | timestamp | key | value");
  }

  @Test
  void workflow_lists_the_steps_of_the_playbook_that_ran() throws SQLException {
    record(SampleExecution.events("e1").subList(0, 1));

    assertThat(rows("workflow")).containsExactly(
        "execution_id | step_id | step_name | step_type | description | raw_config",
        "e1 | start | start | step | Begin | {\"step\":\"start\",\"desc\":\"Begin\",\"next\":\"city_loop\"}",
        "e1 | city_loop | city_loop | step.loop | null"
            + " | {\"step\":\"city_loop\",\"loop\":{\"in\":\"{{ cities }}\",\"iterator\":\"city\"},\"next\":\"fetch\"}",
        "e1 | fetch | fetch | step | null | {\"step\":\"fetch\",\"call\":{\"task\":\"get_forecast\"}}",
        "e1 | report | report | step.end_loop | null | {\"step\":\"report\",\"end_loop\":\"city_loop\"}");
  }

  @Test
  void workbook_lists_the_tasks_of_the_playbook_that_ran() throws SQLException {
    record(SampleExecution.events("e1").subList(0, 1));

    assertThat(rows("workbook")).containsExactly(
        "execution_id | task_id | task_name | task_type | raw_config",
        "e1 | get_forecast | get_forecast | http | {\"task\":\"get_forecast\",\"type\":\"http\"}",
        "e1 | judge | judge | python | {\"name\":\"judge\",\"type\":\"python\"}");
  }

  @Test
  void transition_lists_the_ways_taken() throws SQLException {
    record(SampleExecution.events("e1"));

    assertThat(rows("transition")).containsExactly(
        "execution_id | from_step | to_step | condition | with_params | timestamp",
        "e1 | start | city_loop | null | null | 2026-03-01 12:00:03",
        "e1 | city_loop | report | {{ hot }} | {\"level\":\"high\"} | 2026-03-01 12:00:23");
  }

  @Test
  void values_that_no_utf_8_can_hold_do_not_break_the_views() throws SQLException {
    SampleEvents events = new SampleEvents("e1");
    events.of(EventType.EXECUTION_START).node("p", "p", "playbook").status(Status.IN_PROGRESS)
        .input(SampleExecution.map("{\"text\": \"\\ud800\"}"))
            .metadata(SampleExecution.map("{\"path\": \"\\udc00\"}")).add();
    record(events.all());

    assertThat(rows("context WHERE key = 'text'")).contains("e1 | 2026-03-01 12:00:00 | text | \"\ufffd\"");
    assertThat(rows("execution")).hasSize(2);
  }

  private void record(List<Event> events) {
    writer.keep(SampleExecution.playbook());
    events.forEach(writer::append);
    writer.commit();
  }

  /** The names of the columns and then the rows, in the order of time. */
  private List<String> rows(String view) throws SQLException {
    List<String> lines = new ArrayList<>();
    DuckDBConnection connection = database.connect();
    String order = view.startsWith("execution") || view.startsWith("work") ? "" : " ORDER BY timestamp";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT * FROM " + view + order)) {
      int columns = row.getMetaData().getColumnCount();
      StringJoiner names = new StringJoiner(" | ");
      for (int i = 1; i <= columns; i++) {
        names.add(row.getMetaData().getColumnName(i));
      }
      lines.add(names.toString());
      while (row.next()) {
        StringJoiner line = new StringJoiner(" | ");
        for (int i = 1; i <= columns; i++) {
          line.add(row.getObject(i) instanceof Timestamp time ? SECONDS.format(time.toLocalDateTime()) : row.getString(i));
        }
        lines.add(line.toString());
      }
    } finally {
      database.release(connection);
    }
    return lines;
  }
}
