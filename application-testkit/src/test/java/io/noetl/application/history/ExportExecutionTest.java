package io.noetl.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.ExportException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.history.ExportExecution.Exported;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.domain.event.Event;
import io.noetl.testkit.history.RecordedEvents;
import io.noetl.testkit.history.RecordedStores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportExecutionTest {

  private final RecordedStores stores =
      new RecordedStores("runs.duckdb")
          .with(Summaries.running("0190-older", "2026-01-01T00:00:00Z"), events("0190-older", 4))
          .with(Summaries.running("0190-newer", "2026-01-02T00:00:00Z"), events("0190-newer", 7));

  private final List<ExecutionDataExporter.Request> written = new ArrayList<>();
  private final ExportExecution export = new ExportExecution(stores, this::write);
  private final List<Exported> exported = new ArrayList<>();

  @Test
  void one_execution_is_written_with_what_the_file_must_tell_of_it() {
    run(new Selection.Id("0190-older"), "out/a.parquet");

    assertThat(written)
        .containsExactly(
            new ExecutionDataExporter.Request(
                Path.of("out/a.parquet"), Compression.ZSTD, false, "0190-older", "weather", "ab12"));
    assertThat(exported).extracting(Exported::file).containsExactly(new ExportedFile(Path.of("out/a.parquet"), 4, 10));
  }

  @Test
  void last_is_the_one_that_started_last() {
    run(new Selection.Last(), "out/a.parquet");

    assertThat(exported).extracting(one -> one.file().rows()).containsExactly(7L);
  }

  @Test
  void a_shortened_id_is_completed_in_the_message() {
    assertThatThrownBy(() -> run(new Selection.Id("0190-o"), "out/a.parquet"))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            problem -> {
              assertThat(problem).hasMessage("no execution '0190-o' in the store runs.duckdb");
              assertThat(problem.remedy()).isEqualTo("did you mean '0190-older'?");
            });
  }

  @Test
  void an_id_like_no_other_gets_the_known_ones() {
    assertThatThrownBy(() -> run(new Selection.Id("zzz"), "out/a.parquet"))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            problem -> assertThat(problem.remedy()).isEqualTo("it holds 0190-newer, 0190-older"));
  }

  @Test
  void of_many_known_ids_the_latest_five_are_named() {
    RecordedStores many = new RecordedStores("many.duckdb");
    for (int i = 1; i <= 7; i++) {
      many.with(Summaries.running("run-" + i, "2026-01-0" + i + "T00:00:00Z"), List.of());
    }

    assertThatThrownBy(() -> new ShowExecution(many).show("many.duckdb", new Selection.Id("x"), ExecutionTree.Limits.USUAL))
        .isInstanceOfSatisfying(
            InvalidRequestException.class,
            problem ->
                assertThat(problem.remedy())
                    .isEqualTo("the latest are run-7, run-6, run-5, run-4, run-3 and there are 2 more"));
  }

  @Test
  void an_empty_store_has_neither_a_last_execution_nor_any_other() {
    ExportExecution nothing = new ExportExecution(new RecordedStores("runs.duckdb"), this::write);

    for (String selection : List.of("last", "0190-older")) {
      assertThatThrownBy(() -> nothing.export(request(Selection.oneOf(selection), "out")))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessage("the store runs.duckdb holds no executions");
    }
  }

  @Test
  void the_store_is_closed_when_the_export_fails() {
    ExportExecution failing =
        new ExportExecution(
            stores,
            (events, request) -> {
              throw new ExportException("no space left for " + request.target(), "make room");
            });

    assertThatThrownBy(() -> failing.export(request(new Selection.Last(), "a.parquet")))
        .hasMessage("no space left for a.parquet");
    assertThat(stores.log()).containsExactly("reading", "closed");
  }

  private void run(Selection.One selection, String target) {
    exported.add(export.export(request(selection, target)));
  }

  private static ExportExecution.Request request(Selection.One selection, String target) {
    return new ExportExecution.Request("runs.duckdb", selection, Path.of(target), Compression.ZSTD, false);
  }

  private ExportedFile write(EventCursor events, ExecutionDataExporter.Request request) {
    long rows = 0;
    while (events.nextBatch()) {
      rows += events.rows();
    }
    written.add(request);
    return new ExportedFile(request.target(), rows, 10);
  }

  private static List<Event> events(String id, int count) {
    RecordedEvents events = new RecordedEvents(id);
    events.begins("weather");
    for (int i = 1; i < count; i++) {
      events.step("step_" + i);
    }
    return events.all();
  }
}
