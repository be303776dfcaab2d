package io.noetl.adapters.duckdb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.adapters.duckdb.connection.DuckDbConnections;
import io.noetl.application.error.StoreException;
import io.noetl.testkit.store.SampleExecution;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogSchemaTest {

  private static final String VIEWS = "SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY ALL";

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void make_a_store() {
    file = folder.resolve("noetl.duckdb");
    open();
  }

  @Test
  void the_event_log_has_the_columns_of_the_schema() throws SQLException {
    assertThat(sql("SELECT name || ' ' || type || CASE WHEN \"notnull\" THEN ' NOT NULL' ELSE '' END FROM pragma_table_info('event_log')"))
        .containsExactly(
            "execution_id VARCHAR NOT NULL", "event_id VARCHAR NOT NULL", "parent_event_id VARCHAR",
            "timestamp TIMESTAMP NOT NULL", "event_type VARCHAR NOT NULL", "node_id VARCHAR NOT NULL",
            "node_name VARCHAR NOT NULL", "node_type VARCHAR NOT NULL", "status VARCHAR NOT NULL", "duration DOUBLE",
            "input_context VARCHAR", "output_result VARCHAR", "metadata VARCHAR", "error VARCHAR",
            "sequence BIGINT NOT NULL", "attempt INTEGER", "loop_name VARCHAR", "current_index BIGINT", "worker_id VARCHAR");
  }

  @Test
  void the_usual_questions_have_their_views() throws SQLException {
    assertThat(sql(VIEWS)).containsExactly(
        "context", "execution", "loop_state", "step_result", "task_result", "transition", "workbook", "workflow");
    assertThat(sql("SELECT count(*) FROM duckdb_indexes()")).containsExactly("0");
  }

  @Test
  void views_of_another_version_are_made_anew_and_events_stay() throws SQLException {
    try (DuckDbEventStore store = DuckDbEventStore.open(file)) {
      SampleExecution.events("e1").forEach(store::append);
    }
    sql("CREATE OR REPLACE VIEW transition AS SELECT 1 AS old");
    sql("DROP VIEW context");
    sql("COMMENT ON TABLE event_log IS 'noetl event log, schema version 1, statements 00000000'");

    open();

    assertThat(sql("SELECT from_step FROM transition ORDER BY timestamp")).containsExactly("start", "city_loop");
    assertThat(sql(VIEWS)).hasSize(8);
    assertThat(sql("SELECT count(*) FROM event_log")).containsExactly("28");
  }

  @Test
  void a_store_that_is_up_to_date_is_left_as_it_is() throws SQLException {
    sql("DROP VIEW context");

    open();

    assertThat(sql(VIEWS)).doesNotContain("context");
  }

  @Test
  void a_playbook_is_kept_once() throws SQLException {
    try (DuckDbEventStore store = DuckDbEventStore.open(file)) {
      store.keep(SampleExecution.playbook());
      store.keep(SampleExecution.playbook());
    }

    assertThat(sql("SELECT sha256 || ' ' || name || ' ' || path || ' ' || version || ' ' || source FROM playbook"))
        .containsExactly(SampleExecution.SHA_256 + " weather_example workflows/weather 0.1.0 name: weather_example\n");
    assertThat(sql("SELECT document ->> '$.workflow[1].step' FROM playbook")).containsExactly("city_loop");
  }

  @Test
  void a_table_with_other_columns_is_told_before_anything_is_written() throws SQLException {
    sql("COMMENT ON TABLE event_log IS NULL");
    sql("ALTER TABLE event_log ADD COLUMN extra VARCHAR");

    assertThatThrownBy(this::open).isInstanceOf(StoreException.class)
        .hasMessage("table event_log in '" + file + "' is not an event log of noetl: its column 20, 'extra VARCHAR', is one too many");
    DuckDbEventStore.openForReading(file).close();
  }

  @Test
  void a_table_with_its_columns_in_another_order_is_told() throws SQLException {
    reshape("SELECT event_id, execution_id, * EXCLUDE (event_id, execution_id) FROM event_log");

    assertThatThrownBy(this::open).isInstanceOf(StoreException.class)
        .hasMessage(
            "table event_log in '" + file
                + "' is not an event log of noetl: its column 1 is 'event_id VARCHAR' instead of 'execution_id VARCHAR'");
    DuckDbEventStore.openForReading(file).close();
  }

  @Test
  void a_table_with_columns_of_other_types_is_told() throws SQLException {
    reshape("SELECT * REPLACE (CAST(sequence AS VARCHAR) AS sequence) FROM event_log");

    String problem =
        "table event_log in '" + file
            + "' is not an event log of noetl: it has column 'sequence VARCHAR' instead of 'sequence BIGINT'";
    assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessage(problem);
    assertThatThrownBy(() -> DuckDbEventStore.openForReading(file)).isInstanceOf(StoreException.class).hasMessage(problem);
  }

  private void reshape(String select) throws SQLException {
    sql("CREATE TABLE other AS " + select);
    sql("DROP TABLE event_log");
    sql("ALTER TABLE other RENAME TO event_log");
  }

  private void open() {
    DuckDbEventStore.open(file).close();
  }

  private List<String> sql(String sql) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Connection connection = DuckDbConnections.write(file);
        Statement statement = connection.createStatement()) {
      if (statement.execute(sql)) {
        try (ResultSet row = statement.getResultSet()) {
          while (row.next()) {
            values.add(row.getString(1));
          }
        }
      }
    }
    return values;
  }
}
