package io.noetl.adapters.duckdb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.noetl.application.port.ExecutionRecords.Opened;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.Failure;
import io.noetl.application.report.RecordSchema;
import io.noetl.application.report.StepOverview;
import io.noetl.application.report.TimelineRow;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.report.SampleReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbExecutionRecordsTest {

  @TempDir Path folder;

  private Path write(String name, String id, String columns, String condition) {
    return new SampleExports(folder).write(name, id, columns, condition);
  }

  private static Opened open(@Nullable String filter, Path... files) {
    return new DuckDbExecutionRecords().openFiles("records", List.of(files), filter);
  }

  private static List<TimelineRow> timeline(Opened records) {
    List<TimelineRow> rows = new ArrayList<>();
    records.timeline(1_000, Long.MAX_VALUE, rows::add);
    return rows;
  }

  @Test
  void a_file_of_another_tool_tells_the_same_as_an_export() {
    String columns = "execution_id, 'e' || event_id AS event_id, 'e' || parent_event_id AS parent_event_id, "
        + "CAST(timestamp AS VARCHAR) AS timestamp, event_type, node_id, node_name, node_type, status, "
        + "CAST(duration AS DECIMAL(9, 3)) AS duration, input_context, output_result, metadata, error, attempt, loop_name, "
        + "current_index, 7 AS extra";
    try (Opened records = open(null, write("foreign.parquet", "execution-1", columns, "true"))) {
      assertThat(timeline(records)).containsExactlyElementsOf(SampleReport.records("execution-1", "").timeline());
      assertThat(records.analysis().schema().missing())
          .extracting(RecordSchema.Missing::column)
          .containsExactly(EventColumn.SEQUENCE, EventColumn.WORKER_ID);
      assertThat(records.analysis().schema().columns()).contains(new RecordSchema.Column("extra", "INTEGER", false));
    }
  }

  @Test
  void without_parents_starts_are_matched_with_the_endings_of_their_nodes() {
    String columns = "execution_id, timestamp, event_type, node_id, status, duration";
    try (Opened records = open(null, write("bare.parquet", "execution-1", columns, "true"))) {
      List<TimelineRow> expected = SampleReport.records("execution-1", "").timeline();
      assertThat(timeline(records))
          .extracting(TimelineRow::nodeId, TimelineRow::startedAt, TimelineRow::endedAt, TimelineRow::duration)
          .containsExactlyElementsOf(
              expected.stream()
                  .map(row -> tuple(row.nodeId(), row.startedAt(), row.endedAt(), row.duration()))
                  .toList());
      assertThat(records.analysis().executions())
          .extracting(ExecutionOverview::status, ExecutionOverview::duration, ExecutionOverview::failures)
          .containsExactly(tuple("error", 27.0, 1L));
    }
  }

  @Test
  void without_durations_none_is_worked_out_from_times() {
    String columns = "* EXCLUDE (duration)";
    try (Opened records = open(null, write("no_durations.parquet", "execution-1", columns, "true"))) {
      assertThat(timeline(records)).allSatisfy(row -> assertThat(row.duration()).isNull());
      assertThat(records.analysis().stepDurations()).isEmpty();
    }
  }

  @Test
  void executions_in_several_files_are_told_apart_and_in_the_order_of_their_starts() {
    Path first = write("b.parquet", "execution-1", SampleExports.ALL, "true");
    Path second = write("a.parquet", "execution-2", "* REPLACE (timestamp + INTERVAL 1 DAY AS timestamp)", "true");
    try (Opened records = open(null, second, first)) {
      assertThat(records.analysis().executions())
          .extracting(ExecutionOverview::executionId, ExecutionOverview::source, ExecutionOverview::events)
          .containsExactly(tuple("execution-1", first.toString(), 28L), tuple("execution-2", second.toString(), 28L));
      assertThat(timeline(records)).hasSize(22);
      assertThat(timeline(records).get(11).executionId()).isEqualTo("execution-2");
      assertThat(timeline(records).get(12).parentSequence()).isZero();
    }
  }

  @Test
  void an_execution_in_two_files_is_read_from_the_one_that_has_most_of_it() {
    Path whole = write("whole.parquet", "execution-1", SampleExports.ALL, "true");
    Path half = write("half.parquet", "execution-1", SampleExports.ALL, "sequence < 9");
    try (Opened records = open(null, half, whole)) {
      assertThat(records.analysis().events()).isEqualTo(28);
      assertThat(records.analysis().notes())
          .containsExactly("execution execution-1 is in 2 files and was read from " + whole);
    }
  }

  @Test
  void an_execution_of_which_two_files_hold_a_part_each_is_read_from_both() {
    Path first = write("first.parquet", "execution-1", SampleExports.ALL, "sequence < 9");
    Path rest = write("rest.parquet", "execution-1", SampleExports.ALL, "sequence >= 9");
    try (Opened records = open(null, rest, first)) {
      assertThat(timeline(records)).containsExactlyElementsOf(SampleReport.records("execution-1", "").timeline());
      assertThat(records.analysis().notes()).isEmpty();
    }
  }

  @Test
  void a_filter_selects_rows_and_leaves_the_execution_its_status_and_times() {
    try (Opened records = open("node_name = 'fetch'", write("all.parquet", "execution-1", SampleExports.ALL, "true"))) {
      assertThat(records.analysis().executions())
          .extracting(
              ExecutionOverview::playbook, ExecutionOverview::status, ExecutionOverview::duration,
              ExecutionOverview::events, ExecutionOverview::steps)
          .containsExactly(tuple("weather_example", "error", 27.0, 4L, 2L));
      assertThat(records.analysis().steps()).extracting(StepOverview::stepName).containsExactly("fetch");
      assertThat(timeline(records)).extracting(TimelineRow::parentSequence).containsOnlyNulls();
    }
  }

  @Test
  void endings_whose_starts_are_not_selected_began_as_long_before_as_they_took() {
    try (Opened records = open("event_type = 'step_result'", write("all.parquet", "execution-1", SampleExports.ALL, "true"))) {
      assertThat(timeline(records)).hasSize(5);
      TimelineRow row = timeline(records).getFirst();
      assertThat(row.startedAt()).isEqualTo("2026-03-01T12:00:01.750Z");
      assertThat(row.endedAt()).isEqualTo("2026-03-01T12:00:02Z");
    }
  }

  @Test
  void an_execution_that_was_killed_is_in_progress() {
    try (Opened records = open(null, write("killed.parquet", "execution-1", SampleExports.ALL, "sequence < 9"))) {
      assertThat(records.analysis().executions())
          .extracting(ExecutionOverview::status, ExecutionOverview::duration, ExecutionOverview::endedAt)
          .containsExactly(tuple("in_progress", null, null));
      assertThat(timeline(records).getLast().status()).isEqualTo("in_progress");
    }
  }

  @Test
  void metadata_that_is_no_json_does_no_harm() {
    try (Opened records = open(null, write("odd.parquet", "execution-1", "* REPLACE ('no json' AS metadata)", "true"))) {
      List<Failure> failures = new ArrayList<>();
      records.failures(Long.MAX_VALUE, failures::add);
      assertThat(failures).extracting(Failure::error).containsExactly("HTTP 500");
    }
  }
}
