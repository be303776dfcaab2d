package io.noetl.application.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.noetl.application.report.NodeKind;
import io.noetl.application.report.TimelineLimits;
import io.noetl.application.report.TimelineOutline;
import io.noetl.application.report.TimelineOutline.Entry;
import io.noetl.application.report.TimelineOutline.Omitted;
import io.noetl.application.report.TimelineRow;
import io.noetl.testkit.report.ListedRecords;
import io.noetl.testkit.report.SampleReport;
import io.noetl.testkit.report.SampleRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineOutlinesTest {

  private static final TimelineLimits WIDE = new TimelineLimits(100, 100, 100, 1_000, 0);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static TimelineOutline outline(TimelineLimits limits, List<TimelineRow> rows) {
    ListedRecords sample = SampleReport.records("execution-1", "sample");
    ListedRecords records =
        new ListedRecords(sample.analysis(), rows, sample.stepResults(), sample.failures(), sample.events());
    return TimelineOutlines.of(records, limits).getFirst();
  }

  private static TimelineOutline sample(TimelineLimits limits) {
    return outline(limits, SampleReport.records("execution-1", "sample").timeline());
  }

  @Test
  void everything_is_kept_where_there_is_room_and_knows_how_deep_it_lies() {
    assertThat(sample(WIDE).entries())
        .extracting(entry -> entry.row().nodeId(), Entry::depth)
        .contains(tuple("weather_example", 0), tuple("city_loop", 1), tuple("city_loop[2].fetch/get_forecast", 4))
        .hasSize(11);
  }

  @Test
  void beyond_the_first_iterations_failures_are_kept_and_the_rest_is_counted() {
    TimelineOutline outline = sample(new TimelineLimits(1, 100, 100, 1_000, 0));
    assertThat(outline.entries()).extracting(entry -> entry.row().nodeId()).contains("city_loop[0]", "city_loop[2]");

    TimelineOutline narrow = sample(new TimelineLimits(1, 100, 0, 1_000, 0));
    Entry loop = narrow.entries().stream().filter(entry -> entry.row().kind() == NodeKind.LOOP).findFirst().orElseThrow();
    assertThat(loop.omitted()).isEqualTo(new Omitted(1, 1));
    assertThat(narrow.entries()).extracting(entry -> entry.row().nodeId()).doesNotContain("city_loop[2].fetch");
  }

  @Test
  void no_more_rows_are_kept_than_may_be() {
    TimelineOutline outline = sample(new TimelineLimits(100, 100, 100, 3, 0));
    assertThat(outline.entries()).hasSize(3);
    assertThat(outline.entries().getLast().omitted()).isEqualTo(new Omitted(2, 1));
  }

  @Test
  void of_two_branches_the_one_that_ended_last_is_critical() {
    TimelineOutline outline =
        outline(
            WIDE,
            List.of(
                row(0, null, 0, 10), row(1, 0L, 0, 3), row(2, 0L, 3, 9), row(3, 0L, 3, 5), row(4, 2L, 4, 8), row(5, 0L, 9, 10)));

    assertThat(outline.entries().stream().filter(Entry::critical).map(entry -> entry.row().sequence()))
        .containsExactly(0L, 1L, 2L, 4L, 5L);
  }

  private static TimelineRow row(long sequence, @Nullable Long parent, int began, int ended) {
    Instant start = NOON.plusSeconds(began);
    return new SampleRow("execution-1", sequence, parent, NodeKind.STEP, "node_" + sequence, "step", start)
        .ended(NOON.plusSeconds(ended), ended - began, "success")
        .done();
  }
}
