package io.noetl.adapters.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.analysis.ReportTable;
import io.noetl.application.port.Report;
import io.noetl.application.port.ReportRenderer;
import io.noetl.application.report.BoundedText;
import io.noetl.application.report.StepResult;
import io.noetl.testkit.report.ListedRecords;
import io.noetl.testkit.report.SampleReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableFilesTest {

  private static String rendered(ReportRenderer renderer, Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    renderer.render(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A result with everything that a format has to escape. */
  private static Report awkward() {
    ListedRecords sample = SampleReport.records("execution-1", "sample");
    BoundedText output = new BoundedText("{\"a\":\"x,\\\"y\\\"\\n\",\"b\":[1,null]}", 30);
    StepResult result =
        new StepResult(
            "execution-1", 2, "a,b", "", "error", Instant.parse("2026-03-01T12:00:00.5Z"), 0.25, output, "line\nbreak");
    ListedRecords records =
        new ListedRecords(sample.analysis(), sample.timeline(), List.of(result), sample.failures(), sample.events());
    return new Report(records.analysis(), records, null);
  }

  @Test
  void csv_is_quoted_where_it_must_be_and_null_is_not_an_empty_text() throws IOException {
    assertThat(rendered(new CsvTable(ReportTable.STEP_RESULTS), awkward()))
        .isEqualTo(
            "execution_id,sequence,node_id,step_name,status,ended_at,duration,output_result,error\r\n"
                + "execution-1,2,\"a,b\",\"\",error,2026-03-01T12:00:00.500000Z,0.25,"
                + "\"{\"\"a\"\":\"\"x,\\\"\"y\\\"\"\\n\"\",\"\"b\"\":[1,null]}\",\"line\nbreak\"\r\n");
  }

  @Test
  void json_has_results_as_values_and_times_as_iso_strings() throws IOException {
    assertThat(rendered(new JsonTable(ReportTable.STEP_RESULTS), awkward()))
        .isEqualTo(
            "[\n{\"execution_id\":\"execution-1\",\"sequence\":2,\"node_id\":\"a,b\",\"step_name\":\"\",\"status\":\"error\","
                + "\"ended_at\":\"2026-03-01T12:00:00.500000Z\",\"duration\":0.25,"
                + "\"output_result\":{\"a\":\"x,\\\"y\\\"\\n\",\"b\":[1,null]},\"error\":\"line\\nbreak\"}\n]\n");
  }

  @Test
  void a_table_without_rows_is_an_empty_list() throws IOException {
    ListedRecords sample = SampleReport.records("execution-1", "sample");
    ListedRecords records = new ListedRecords(sample.analysis(), List.of(), List.of(), List.of(), List.of());

    assertThat(rendered(new JsonTable(ReportTable.TIMELINE), new Report(records.analysis(), records, null))).isEqualTo("[]\n");
  }
}
