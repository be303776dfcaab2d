package io.noetl.application.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.noetl.application.error.ExportException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.error.StoreException;
import io.noetl.application.history.ExportDataset.Outcome;
import io.noetl.application.history.ExportDataset.Replacing;
import io.noetl.application.port.EventCursor;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExecutionDataExporter.ExportedFile;
import io.noetl.application.port.ExportInspector;
import io.noetl.domain.event.Event;
import io.noetl.testkit.history.RecordedEvents;
import io.noetl.testkit.history.RecordedStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store holds 9 events of each execution. */
class ExportDatasetTest {

  private static final Path OLDER = Path.of("out/playbook=weather/date=2026-01-01/0190-older.parquet");
  private static final Path NEWER = Path.of("out/playbook=weather/date=2026-01-02/0190-newer.parquet");

  private final RecordedStores stores =
      new RecordedStores("runs.duckdb")
          .with(Summaries.running("0190-older", "2026-01-01T00:00:00Z"), events("0190-older"))
          .with(Summaries.running("0190-newer", "2026-01-02T00:00:00Z"), events("0190-newer"));

  private final List<ExecutionDataExporter.Request> written = new ArrayList<>();
  private final Claims claims = new Claims();

  @Test
  void every_execution_gets_a_file_under_its_playbook_and_day() {
    assertThat(export(Replacing.OUTDATED)).containsExactly("written " + NEWER, "written " + OLDER);
    assertThat(written)
        .containsExactly(
            new ExecutionDataExporter.Request(NEWER, Compression.ZSTD, true, "0190-newer", "weather", "ab12"),
            new ExecutionDataExporter.Request(OLDER, Compression.ZSTD, true, "0190-older", "weather", "ab12"));
  }

  @Test
  void an_execution_whose_file_has_all_its_events_is_up_to_date() {
    claims.of(NEWER, "0190-newer", 9);
    claims.of(OLDER, "0190-older", 9);
    assertThat(export(Replacing.OUTDATED)).containsExactly("up to date " + NEWER, "up to date " + OLDER);
    assertThat(written).isEmpty();
  }

  @Test
  void an_execution_that_has_more_events_than_its_file_is_exported_again() {
    claims.of(NEWER, "0190-newer", 8);
    claims.of(OLDER, "0190-older", 9);
    assertThat(export(Replacing.OUTDATED)).containsExactly("written " + NEWER, "up to date " + OLDER);
    assertThat(written).allMatch(ExecutionDataExporter.Request::overwrite);
  }

  @Test
  void a_file_of_another_execution_is_no_file_of_this_one() {
    claims.of(NEWER, "0190-older", 9);
    claims.of(OLDER, "0190-older", 9);
    assertThat(export(Replacing.OUTDATED)).containsExactly("written " + NEWER, "up to date " + OLDER);
  }

  @Test
  void a_file_with_more_events_than_the_store_is_not_replaced_by_a_poorer_one() {
    claims.of(NEWER, "0190-newer", 10);
    assertThat(export(Replacing.OUTDATED))
        .containsExactly(
            "failed 0190-newer: cannot export to " + NEWER + ": it holds 10 events, and the store only 9;"
                + " the store may be an older copy: name the one that has them all, or replace the file with --overwrite",
            "written " + OLDER);
    assertThat(export(Replacing.ALL)).containsExactly("written " + NEWER, "written " + OLDER);
  }

  @Test
  void a_folder_in_which_all_is_up_to_date_is_swept_once() {
    stores.with(Summaries.running("0190-last", "2026-01-02T01:00:00Z"), events("0190-last"));
    claims.of(NEWER.resolveSibling("0190-last.parquet"), "0190-last", 9);
    claims.of(NEWER, "0190-newer", 9);
    List<Path> swept = new ArrayList<>();
    ExecutionDataExporter sweeping =
        new ExecutionDataExporter() {
          @Override
          public ExportedFile export(EventCursor events, Request request) {
            return write(events, request);
          }

          @Override
          public void sweep(Path folder) {
            swept.add(folder);
          }
        };
    assertThat(export(stores, sweeping, Path.of("out"), Replacing.OUTDATED))
        .endsWith("up to date " + NEWER, "written " + OLDER);
    assertThat(swept).containsExactly(NEWER.getParent());
  }

  @Test
  void all_files_are_written_again_when_that_is_asked_for() {
    claims.of(NEWER, "0190-newer", 9);
    assertThat(export(Replacing.ALL)).containsExactly("written " + NEWER, "written " + OLDER);
    assertThat(written).allMatch(ExecutionDataExporter.Request::overwrite);
  }

  @Test
  void no_file_is_replaced_when_that_is_asked_for() {
    claims.of(NEWER, "0190-newer", 9);
    claims.of(OLDER, "0190-older", 8);
    assertThat(export(Replacing.NONE)).containsExactly("up to date " + NEWER, "written " + OLDER);
    assertThat(written).noneMatch(ExecutionDataExporter.Request::overwrite);
  }

  @Test
  void an_execution_that_fails_does_not_keep_the_others_from_being_exported() {
    ExecutionDataExporter failing =
        (events, request) -> {
          if (request.executionId().equals("0190-newer")) {
            throw new ExportException("the disk is full", "make room on it");
          }
          return write(events, request);
        };
    assertThat(export(stores, failing, Path.of("out"), Replacing.OUTDATED))
        .containsExactly("failed 0190-newer: the disk is full; make room on it", "written " + OLDER);
  }

  @Test
  void an_execution_whose_id_is_no_name_of_a_file_fails_alone() {
    stores.with(Summaries.running("../etc/x", "2026-01-03T00:00:00Z"), List.of());
    assertThat(export(Replacing.OUTDATED))
        .containsExactly(
            "failed ../etc/x: the execution id '../etc/x' cannot be a file's name; export it alone with a file name of"
                + " your choice",
            "written " + NEWER,
            "written " + OLDER);
  }

  @Test
  void the_store_is_never_replaced_by_a_file_of_the_dataset() {
    RecordedStores inside = new RecordedStores(NEWER.toString());
    inside.with(Summaries.running("0190-newer", "2026-01-02T00:00:00Z"), events("0190-newer"));
    assertThat(export(inside, this::write, Path.of("out"), Replacing.ALL))
        .containsExactly(
            "failed 0190-newer: '" + NEWER + "' cannot be both the store and the export; give each a file of its own");
    assertThat(written).isEmpty();
  }

  @Test
  void a_store_that_cannot_be_read_ends_the_export() {
    ExecutionDataExporter failing =
        (events, request) -> {
          throw new StoreException("the store is damaged", "restore it from a copy");
        };
    assertThatThrownBy(() -> export(stores, failing, Path.of("out"), Replacing.OUTDATED))
        .isInstanceOf(StoreException.class);
    assertThat(stores.log()).containsExactly("reading", "closed");
  }

  @Test
  void an_empty_store_has_nothing_to_export() {
    assertThatThrownBy(
            () -> export(new RecordedStores("runs.duckdb"), this::write, Path.of("out"), Replacing.OUTDATED))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessage("the store runs.duckdb holds no executions");
  }

  @Test
  void a_file_is_no_folder_for_a_dataset(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("data.parquet"), "before");
    assertThatThrownBy(() -> export(stores, this::write, file, Replacing.OUTDATED))
        .isInstanceOf(ExportException.class)
        .hasMessage("cannot export all executions to " + file + ": it is a file, not a folder");
    assertThat(stores.log()).isEmpty();
  }

  private List<String> export(Replacing replacing) {
    return export(stores, this::write, Path.of("out"), replacing);
  }

  private List<String> export(
      RecordedStores from, ExecutionDataExporter exporter, Path folder, Replacing replacing) {
    List<String> outcomes = new ArrayList<>();
    new ExportDataset(from, exporter, claims)
        .export(
            new ExportDataset.Request(from.location(), folder, Compression.ZSTD, replacing),
            outcome -> outcomes.add(text(outcome)));
    return outcomes;
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Written file -> "written " + file.file().path();
      case Outcome.UpToDate file -> "up to date " + file.file();
      case Outcome.Failed failure ->
          "failed %s: %s; %s"
              .formatted(
                  failure.execution().executionId(), failure.problem().getMessage(), failure.problem().remedy());
    };
  }

  private ExportedFile write(EventCursor events, ExecutionDataExporter.Request request) {
    written.add(request);
    return new ExportedFile(request.target(), events.nextBatch() ? events.rows() : 0, 10);
  }

  private static List<Event> events(String id) {
    RecordedEvents events = new RecordedEvents(id);
    events.begins("weather");
    return events.all();
  }

  /** Files that claim what a test says, and are never read. */
  private static final class Claims implements ExportInspector {

    private final Map<Path, Claim> claims = new HashMap<>();

    void of(Path file, String executionId, long rows) {
      claims.put(file, new Claim(executionId, "weather", "ab12", rows));
    }

    @Override
    public Optional<Claim> claim(Path file) {
      return Optional.ofNullable(claims.get(file));
    }

    @Override
    public Verdict inspect(Path file) {
      throw new AssertionError("a dataset is not read through");
    }

    @Override
    public Verdict inspect(Path file, EventStore store) {
      throw new AssertionError("a dataset is not read through");
    }
  }
}
