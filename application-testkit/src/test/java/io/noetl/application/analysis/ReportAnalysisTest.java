package io.noetl.application.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.noetl.application.analysis.AnalyzeExecution.Request;
import io.noetl.application.error.InputException;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.application.report.BoundedText;
import io.noetl.application.report.Comparison;
import io.noetl.application.report.Comparison.StatusChange;
import io.noetl.application.report.NodeKind;
import io.noetl.application.report.RecordSource.Exports;
import io.noetl.application.report.StepDuration;
import io.noetl.application.report.TimelineRow;
import io.noetl.application.report.Distribution;
import io.noetl.application.store.InMemoryEventStores;
import io.noetl.testkit.report.ListedRecords;
import io.noetl.testkit.report.SampleReport;
import io.noetl.testkit.report.SampleRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportAnalysisTest {

  @TempDir Path folder;

  private final List<Path> opened = new ArrayList<>();

  @BeforeEach
  void make_files() throws IOException {
    for (String name : List.of("b.parquet", "a.parquet", "notes.txt", ".hidden.parquet")) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  /** The sample execution from any file; from {@code b.parquet} with another ending. */
  private ReportAnalysis analysis(@Nullable String bad) {
    ExecutionRecords records =
        new ExecutionRecords() {
          @Override
          public Opened openFiles(String name, List<Path> files, @Nullable String filter) {
            opened.addAll(files);
            return files.getFirst().endsWith("b.parquet") ? changed() : SampleReport.records("execution-1", name);
          }

          @Override
          public Opened openStore(String name, Path store, String executionId, @Nullable String filter) {
            throw new AssertionError("no store was asked for");
          }
        };
    return new ReportAnalysis(
        records,
        new InMemoryEventStores(),
        new OneBadFile(bad));
  }

  /** Finds every file proven but one. */
  private record OneBadFile(@Nullable String bad) implements ExportInspector {

    @Override
    public Verdict inspect(Path file) {
      return bad != null && file.endsWith(bad)
          ? new Verdict.Bad("it is cut off", "export it again")
          : new Verdict.Proven("execution-1", "weather_example", 28, 100, new Proof("ab".repeat(32), "ab".repeat(8)));
    }

    @Override
    public Verdict inspect(Path file, EventStore store) {
      throw new AssertionError("a report compares no file with its store");
    }

    @Override
    public Optional<Claim> claim(Path file) {
      throw new AssertionError("a report believes no claims");
    }
  }

  private static ListedRecords changed() {
    ListedRecords sample = SampleReport.records("execution-1", "b");
    List<TimelineRow> rows = new ArrayList<>(sample.timeline());
    rows.removeIf(row -> row.nodeId().equals("report"));
    rows.set(
        4,
        new SampleRow("execution-1", 7, 6L, NodeKind.STEP, "city_loop[0].fetch", "step", rows.get(4).startedAt())
            .name("fetch").ended(12, 5.0, "error").texts(null, "{\"temperature\":22}").done());
    rows.add(
        new SampleRow("execution-1", 24, 0L, NodeKind.STEP, "alarm", "step", rows.getFirst().startedAt())
            .ended(25, 1, "success").done());
    return new ListedRecords(sample.analysis(), rows, sample.stepResults(), sample.failures(), sample.events());
  }

  @Test
  void a_folder_means_its_parquet_files_in_order() {
    analysis(null).analyze(new Request(new Exports(folder.toString()), null, null), report -> {});

    assertThat(opened).containsExactly(folder.resolve("a.parquet"), folder.resolve("b.parquet"));
  }

  @Test
  void a_pattern_means_the_files_that_it_matches() {
    analysis(null).analyze(new Request(new Exports(folder + "/?.parquet"), null, null), report -> {});

    assertThat(opened).containsExactly(folder.resolve("a.parquet"), folder.resolve("b.parquet"));
  }

  @Test
  void a_file_that_is_no_good_is_refused_before_it_is_read() {
    assertThatThrownBy(
            () -> analysis("b.parquet").analyze(new Request(new Exports(folder.toString()), null, null), report -> {}))
        .isInstanceOf(InputException.class)
        .hasMessage("'" + folder.resolve("b.parquet") + "' cannot be read: it is cut off");
    assertThat(opened).isEmpty();
  }

  @Test
  void a_comparison_tells_what_changed_and_where_first() {
    AtomicReference<Comparison> comparison = new AtomicReference<>();
    Request request =
        new Request(
            new Exports(folder.resolve("b.parquet").toString()), null, new Exports(folder.resolve("a.parquet").toString()));
    analysis(null).analyze(request, report -> comparison.set(report.comparison()));

    Comparison found = comparison.get();
    assertThat(found.added().kept()).extracting(Comparison.StepPlace::nodeId).containsExactly("alarm");
    assertThat(found.removed().kept()).extracting(Comparison.StepPlace::nodeId).containsExactly("report");
    assertThat(found.statusChanges().kept())
        .containsExactly(new StatusChange("city_loop[0].fetch", NodeKind.STEP, "success", "error"));
    assertThat(found.durationChanges()).isEmpty();
    assertThat(found.firstInputDifference()).isNull();
    assertThat(found.firstOutputDifference())
        .isEqualTo(
            new Comparison.ValueDifference(
                "city_loop[0].fetch", NodeKind.STEP, "$.temperature", new BoundedText("21.5", 4), new BoundedText("22", 2)));
  }

  @Test
  void an_execution_is_the_same_as_itself() {
    AtomicReference<Comparison> comparison = new AtomicReference<>();
    Exports same = new Exports(folder.resolve("a.parquet").toString());
    analysis(null).analyze(new Request(same, null, same), report -> comparison.set(report.comparison()));

    assertThat(comparison.get().same()).isTrue();
  }

  @Test
  void durations_change_beyond_noise_when_they_differ_by_more_than_their_spread_explains() {
    List<StepDuration> first = List.of(step("slow", 10, 1.0, 0.1), step("noisy", 10, 1.0, 2.0), step("tiny", 10, 0.001, 0));
    List<StepDuration> second = List.of(step("slow", 10, 1.5, 0.1), step("noisy", 10, 1.5, 2.0), step("tiny", 10, 0.015, 0));

    assertThat(DurationChanges.between(first, second))
        .extracting(change -> change.first().stepName(), change -> change.difference(), change -> change.noise())
        .containsExactly(tuple("slow", 0.5, 0.2));
  }

  private static StepDuration step(String name, long count, double average, double deviation) {
    Distribution all = new Distribution(average, average, average, average, average, average, average, average);
    return new StepDuration("execution-1", name, "step", count, average, average * count, deviation, all, name);
  }

  @Test
  void a_difference_is_found_where_it_begins() {
    assertThat(JsonDifference.between("{\"a b\":[1,{\"c\":2}]}", "{\"a b\":[1,{\"c\":3}]}"))
        .isEqualTo(new JsonDifference("$[\"a b\"][1].c", new BoundedText("2", 1), new BoundedText("3", 1)));
    assertThat(JsonDifference.between("[1]", "[1,2]"))
        .isEqualTo(new JsonDifference("$[1]", null, new BoundedText("2", 1)));
    assertThat(JsonDifference.between("no json", null))
        .isEqualTo(new JsonDifference("$", new BoundedText("\"no json\"", 9), null));
  }
}
