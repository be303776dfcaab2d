package io.noetl.adapters.parquet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.parquet.writer.TestExports;
import io.noetl.application.port.ExecutionDataExporter.Compression;
import io.noetl.application.port.ExportInspector.Verdict;
import io.noetl.domain.event.EventColumn;
import io.noetl.testkit.export.EventRow;
import io.noetl.testkit.export.StoredRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a whole file of 600 rows in three row groups that is not what the store has. */
class StoreComparisonTest {

  private static final String SHA256 = "ab".repeat(32);
  private static final String DIFFERS = "it is whole, but not what the store runs.duckdb has of execution 'e-1': ";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void an_export() {
    file = folder.resolve("data.parquet");
    TestExports.write(file, TestExports.rows(600), Compression.SNAPPY);
  }

  @Test
  void an_execution_that_the_store_does_not_have_is_named() {
    assertThat(inspect(new StoredRows("e-2", SHA256, TestExports.rows(600))))
        .isEqualTo(
            new Verdict.Bad(
                "it is whole, but the store runs.duckdb has no execution 'e-1'",
                "compare it with the store that it was exported from; pruning deletes executions from a store"));
  }

  @Test
  void a_value_that_differs_is_told_by_its_column_and_the_event() {
    List<EventRow> rows = new ArrayList<>(TestExports.rows(600));
    rows.set(307, rows.get(307).with(EventColumn.STATUS, "success"));
    assertThat(inspect(store(rows)))
        .isEqualTo(
            new Verdict.Bad(
                DIFFERS + "the values of column status differ, first in the event with sequence 307",
                "export it again: noetl export --execution e-1 --to PATH --duckdb runs.duckdb"));
  }

  @Test
  void of_several_columns_that_differ_the_first_event_of_any_is_told() {
    List<EventRow> rows = new ArrayList<>(TestExports.rows(600));
    rows.set(590, rows.get(590).with(EventColumn.DURATION, Double.NaN));
    rows.set(301, rows.get(301).with(EventColumn.CURRENT_INDEX, null));
    rows.set(300, rows.get(300).with(EventColumn.ERROR, ""));
    assertDiffers(
        rows, "the values of column duration, error, current_index differ, first in the event with sequence 300");
  }

  @Test
  void a_store_that_went_on_has_more_rows() {
    assertDiffers(TestExports.rows(607), "the store has 607 rows, the file 600; the first 600 are the same");
  }

  @Test
  void a_store_of_an_earlier_day_has_fewer_rows() {
    assertDiffers(TestExports.rows(599), "the store has 599 rows, the file 600; the first 599 are the same");
    assertDiffers(List.of(), "the store has 0 rows, the file 600; the first 0 are the same");
  }

  @Test
  void rows_that_both_have_are_compared_also_when_one_has_more() {
    List<EventRow> rows = new ArrayList<>(TestExports.rows(599));
    rows.set(2, rows.get(2).with(EventColumn.NODE_ID, "other"));
    String differ = "the values of column node_id differ, first in the event with sequence 2";
    assertDiffers(rows, "the store has 599 rows, the file 600; " + differ);
    rows.addAll(TestExports.rows(602).subList(599, 602));
    assertDiffers(rows, "the store has 602 rows, the file 600; " + differ);
  }

  @Test
  void a_row_that_is_missing_in_the_middle_moves_all_that_follow() {
    List<EventRow> rows = new ArrayList<>(TestExports.rows(600));
    rows.remove(400);
    Verdict verdict = inspect(store(rows));
    assertThat(((Verdict.Bad) verdict).reason())
        .startsWith(DIFFERS + "the store has 599 rows, the file 600; the values of column event_id, ")
        .endsWith(" differ, first in the event with sequence 401");
  }

  @Test
  void another_playbook_of_that_name_is_found() {
    assertThat(((Verdict.Bad) inspect(new StoredRows("e-1", "cd".repeat(32), TestExports.rows(600)))).reason())
        .isEqualTo(DIFFERS + "the playbook's SHA-256 differs");
  }

  private void assertDiffers(List<EventRow> stored, String difference) {
    assertThat(((Verdict.Bad) inspect(store(stored))).reason()).isEqualTo(DIFFERS + difference);
  }

  private Verdict inspect(StoredRows store) {
    return new ParquetExportInspector().inspect(file, store);
  }

  private static StoredRows store(List<EventRow> rows) {
    return new StoredRows("e-1", SHA256, rows);
  }
}
