package io.noetl.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.StoreException;
import io.noetl.application.port.ExecutionSummary;
import io.noetl.testkit.history.RecordedStores;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListExecutionsTest {

  private final RecordedStores stores =
      new RecordedStores("runs.duckdb")
          .with(Summaries.running("older", "2026-01-01T00:00:00Z"), List.of())
          .with(Summaries.running("newer", "2026-01-02T00:00:00Z"), List.of());

  @Test
  void the_latest_started_comes_first() {
    assertThat(new ListExecutions(stores).in("runs.duckdb"))
        .extracting(ExecutionSummary::executionId)
        .containsExactly("newer", "older");
  }

  @Test
  void the_store_is_opened_for_reading_and_closed() {
    new ListExecutions(stores).in("runs.duckdb");

    assertThat(stores.log()).containsExactly("reading", "closed");
  }

  @Test
  void a_missing_store_is_a_store_error() {
    assertThatThrownBy(() -> new ListExecutions(stores).in("elsewhere.duckdb")).isInstanceOf(StoreException.class);
  }
}
