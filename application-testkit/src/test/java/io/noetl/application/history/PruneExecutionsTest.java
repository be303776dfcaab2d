package io.noetl.application.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.port.ExecutionSummary;
import io.noetl.testkit.history.RecordedStores;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PruneExecutionsTest {

  private static final Instant NOON = Instant.parse("2026-01-10T12:00:00Z");

  private final RecordedStores stores =
      new RecordedStores("runs.duckdb")
          .with(Summaries.completed("old", "2026-01-10T10:00:00Z", "2026-01-10T11:00:00Z"), List.of())
          .with(Summaries.completed("long", "2026-01-10T10:30:00Z", "2026-01-10T12:00:00Z"), List.of())
          .with(Summaries.running("crashed", "2026-01-10T11:59:59Z"), List.of())
          .with(Summaries.running("fresh", "2026-01-10T12:00:01Z"), List.of());

  private final PruneExecutions prune = new PruneExecutions(stores);

  @Test
  void what_completed_or_was_left_before_the_instant_is_deleted() {
    assertThat(prune.prune("runs.duckdb", NOON))
        .extracting(ExecutionSummary::executionId)
        .containsExactly("crashed", "old");
    assertThat(new ListExecutions(stores).in("runs.duckdb"))
        .extracting(ExecutionSummary::executionId)
        .containsExactly("fresh", "long");
  }

  @Test
  void what_is_due_is_told_without_deleting() {
    assertThat(prune.due("runs.duckdb", NOON))
        .extracting(ExecutionSummary::executionId)
        .containsExactly("crashed", "old");
    assertThat(new ListExecutions(stores).in("runs.duckdb")).hasSize(4);
  }

  @Test
  void a_store_with_nothing_due_is_not_opened_for_writing() {
    assertThat(prune.prune("runs.duckdb", Instant.parse("2026-01-01T00:00:00Z"))).isEmpty();
    assertThat(stores.log()).containsExactly("reading", "closed");
  }
}
