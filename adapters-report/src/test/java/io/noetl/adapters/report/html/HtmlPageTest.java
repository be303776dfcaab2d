package io.noetl.adapters.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.report.LongExecution;
import io.noetl.application.port.Report;
import io.noetl.application.report.TimelineRow;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.testkit.report.ListedRecords;
import io.noetl.testkit.report.SampleReport;
import io.noetl.testkit.report.SampleRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlPageTest {

  private static final String HOSTILE = "</script><script>alert(1)</script><!--\u2028{{ 7 * 7 }}\u202e";

  @Test
  void the_page_may_run_its_own_scripts_and_nothing_else() throws Exception {
    String page = page(SampleReport.of("execution-1", "sample.parquet"));
    StringBuilder sources = new StringBuilder();
    for (String script : scripts(page)) {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      sources.append(" 'sha256-").append(Base64.getEncoder().encodeToString(digest)).append("'");
    }

    assertThat(page)
        .contains("content=\"default-src 'none'; base-uri 'none'; form-action 'none'; script-src" + sources + "; style-src");
    assertThat(scripts(page)).hasSize(2);
  }

  @Test
  void the_page_names_no_address_to_load_from() throws IOException {
    String page = page(SampleReport.of("execution-1", "sample.parquet"));
    String frame = page.substring(0, page.indexOf("<script id=\"data\""));

    assertThat(frame).doesNotContain("src=\"").doesNotContain("<link").doesNotContain("http://").doesNotContain("https://");
  }

  @Test
  void a_row_of_the_timeline_is_in_the_data_as_it_was() throws Exception {
    String page = page(SampleReport.of("execution-1", "sample.parquet"));

    assertThat(page)
        .contains(
            "{\"sequence\":10,\"parent\":7,\"kind\":\"task\",\"nodeId\":\"city_loop[0].fetch/get_forecast\","
                + "\"name\":\"get_forecast\",\"nodeType\":\"task.http\",\"from\":10.0,\"to\":11.0,\"duration\":1.5,"
                + "\"status\":\"success\",\"attempt\":2,\"index\":0,\"input\":\"{\\\"method\\\":\\\"GET\\\"}\","
                + "\"output\":\"{\\\"temperature\\\":21.5}\"");
  }

  @Test
  void the_failure_is_in_the_data_once() throws Exception {
    ListValue failures = (ListValue) part(data(page(SampleReport.of("execution-1", "sample.parquet"))), "failures");

    assertThat(failures.items()).hasSize(1);
    assertThat(part((MapValue) failures.items().getFirst(), "error")).isEqualTo(Value.of("HTTP 500"));
  }

  @Test
  void what_an_execution_recorded_cannot_leave_the_data() throws Exception {
    String page = page(withRow(hostileRow()));

    assertThat(scripts(page)).hasSize(2);
    assertThat(page).doesNotContain("alert(1)</script>").doesNotContain("<!--\u2028");
    MapValue timeline = (MapValue) ((ListValue) part(data(page), "timelines")).items().getFirst();
    List<Value> rows = ((ListValue) part(timeline, "rows")).items();
    assertThat(part((MapValue) rows.getLast(), "error")).isEqualTo(Value.of(HOSTILE));
    assertThat(part((MapValue) rows.getLast(), "output")).isEqualTo(Value.of(HOSTILE));
  }

  @Test
  void a_long_loop_leaves_items_out_and_says_so() throws Exception {
    MapValue data = data(page(LongExecution.ofLoop(2_500)));
    MapValue timeline = (MapValue) ((ListValue) part(data, "timelines")).items().getFirst();
    List<Value> rows = ((ListValue) part(timeline, "rows")).items();

    assertThat(rows).hasSizeLessThan(400);
    assertThat(part((MapValue) rows.get(1), "omitted")).isEqualTo(Value.of(2_401L));
  }

  @Test
  void five_thousand_steps_are_all_on_the_page() throws Exception {
    MapValue timeline = (MapValue) ((ListValue) part(data(page(LongExecution.ofSteps(5_000))), "timelines")).items().getFirst();

    assertThat(((ListValue) part(timeline, "rows")).items()).hasSize(5_001);
  }

  private static TimelineRow hostileRow() {
    ListedRecords records = (ListedRecords) SampleReport.of("execution-1", "sample.parquet").records();
    TimelineRow last = records.timeline().getLast();
    return new SampleRow("execution-1", 99, 0L, last.kind(), HOSTILE, HOSTILE, last.startedAt()).name(HOSTILE)
        .error(HOSTILE).texts(HOSTILE, HOSTILE).done();
  }

  private static Report withRow(TimelineRow row) {
    Report sample = SampleReport.of("execution-1", "sample.parquet");
    ListedRecords records = (ListedRecords) sample.records();
    List<TimelineRow> rows = new ArrayList<>(records.timeline());
    rows.add(row);
    ListedRecords more =
        new ListedRecords(sample.analysis(), rows, records.stepResults(), records.failures(), records.events());
    return new Report(sample.analysis(), more, null);
  }

  private static String page(Report report) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new HtmlPage().render(report, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static List<String> scripts(String page) {
    return Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL).matcher(page).results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static MapValue data(String page) throws Exception {
    String start = "<script id=\"data\" type=\"application/json\">";
    int from = page.indexOf(start) + start.length();
    return (MapValue) JsonReader.read(page.substring(from, page.indexOf("</script>", from)));
  }

  private static Value part(MapValue map, String name) {
    return map.entries().getOrDefault(name, Value.NULL);
  }
}
