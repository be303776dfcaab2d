package io.noetl.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.report.BoundedText;
import io.noetl.application.report.EventDetail;
import io.noetl.application.report.Failure;
import io.noetl.application.report.StepResult;
import io.noetl.application.report.TimelineRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What opened records say of the sample execution. */
public interface ExecutionRecordsContract {

  /** The id that the sample execution goes by. */
  String EXECUTION_ID = "execution-1";

  /** The records of the sample execution with that id, which call themselves {@link #source()}. */
  ExecutionRecords.Opened sample();

  /** What {@link #sample()} calls itself. */
  String source();

  /** What DuckDB calls the type of its column {@code timestamp}. */
  default String timestampType() {
    return "TIMESTAMP WITH TIME ZONE";
  }

  @Test
  default void the_analysis_of_the_sample_is_what_was_worked_out_by_hand() {
    try (ExecutionRecords.Opened records = sample()) {
      assertThat(records.analysis())
          .usingRecursiveComparison()
          .withStrictTypeChecking()
          .withComparatorForType(ExecutionRecordsContract::closely, Double.class)
          .isEqualTo(expected().analysis());
    }
  }

  @Test
  default void the_timeline_has_every_node_from_start_to_end_in_the_order_of_starts() {
    try (ExecutionRecords.Opened records = sample()) {
      List<TimelineRow> rows = new ArrayList<>();
      records.timeline(1_000, Long.MAX_VALUE, rows::add);

      assertThat(rows).containsExactlyElementsOf(expected().timeline());
    }
  }

  @Test
  default void the_timeline_has_no_texts_when_none_are_asked_for() {
    try (ExecutionRecords.Opened records = sample()) {
      List<TimelineRow> rows = new ArrayList<>();
      records.timeline(0, Long.MAX_VALUE, rows::add);

      assertThat(rows).hasSize(expected().timeline().size());
      assertThat(rows).allSatisfy(row -> assertThat(row.input()).isNull());
      assertThat(rows).allSatisfy(row -> assertThat(row.output()).isNull());
    }
  }

  @Test
  default void a_text_is_cut_after_so_many_characters_and_says_how_long_it_was() {
    try (ExecutionRecords.Opened records = sample()) {
      List<TimelineRow> rows = new ArrayList<>();
      records.timeline(10, 1, rows::add);

      assertThat(rows).hasSize(1);
      BoundedText input = Objects.requireNonNull(rows.getFirst().input());
      assertThat(input).isEqualTo(new BoundedText("{\"cities\":", 44));
      assertThat(input.cut()).isTrue();
    }
  }

  @Test
  default void some_rows_of_the_timeline_are_handed_over_once_more_with_their_texts() {
    try (ExecutionRecords.Opened records = sample()) {
      String id = expected().analysis().executions().getFirst().executionId();
      List<TimelineRow> rows = new ArrayList<>();
      records.texts(id, Set.of(10L, 24L, 1L), 1_000, rows::add);

      assertThat(rows)
          .containsExactlyElementsOf(
              expected().timeline().stream().filter(row -> Set.of(10L, 24L, 1L).contains(row.sequence())).toList());
    }
  }

  @Test
  default void step_results_are_in_the_order_of_their_ends() {
    try (ExecutionRecords.Opened records = sample()) {
      List<StepResult> rows = new ArrayList<>();
      records.stepResults(Integer.MAX_VALUE, Long.MAX_VALUE, rows::add);

      assertThat(rows).containsExactlyElementsOf(expected().stepResults());
    }
  }

  @Test
  default void a_failure_is_told_once_where_it_began_and_one_that_a_later_attempt_made_good_is_not() {
    try (ExecutionRecords.Opened records = sample()) {
      List<Failure> rows = new ArrayList<>();
      records.failures(Long.MAX_VALUE, rows::add);

      assertThat(rows).containsExactlyElementsOf(expected().failures());
    }
  }

  @Test
  default void events_are_handed_over_in_their_order_as_many_as_are_asked_for() {
    try (ExecutionRecords.Opened records = sample()) {
      List<EventDetail> rows = new ArrayList<>();
      records.events(20, 3, rows::add);

      assertThat(rows)
          .extracting(EventDetail::sequence, EventDetail::parentSequence, EventDetail::eventType, EventDetail::duration)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(0L, null, "execution_start", null),
              org.assertj.core.groups.Tuple.tuple(1L, 0L, "step_start", null),
              org.assertj.core.groups.Tuple.tuple(2L, 1L, "step_result", 0.25));
      assertThat(rows.get(2).metadata()).isEqualTo(new BoundedText("{\"next\":[\"city_loop\"", 22));
    }
  }

  /** Percentiles lie between two values, and may be rounded on the way. */
  private static int closely(Double one, Double other) {
    return Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other);
  }

  private ListedRecords expected() {
    return SampleReport.records(EXECUTION_ID, source(), timestampType());
  }
}
