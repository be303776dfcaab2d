package io.noetl.adapters.report.html;

import io.noetl.application.analysis.TimelineOutlines;
import io.noetl.application.port.Report;
import io.noetl.application.report.Analysis;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.LoopOverview;
import io.noetl.application.report.TimelineLimits;
import io.noetl.application.report.TimelineOutline;
import io.noetl.domain.value.Value;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the page's data, an object whose parts come one after the other. Every part has a limit, so that the page of a
 * million events can be opened like that of a hundred; the page says what is left out.
 */
final class PageData {

  static final int MOST_ROWS = 6_000;
  static final int MOST_EXECUTIONS = 200;
  static final int MOST_EVENTS = 2_000;
  static final int MOST_FAILURES = 500;
  static final int MOST_STEPS = 500;

  private static final int LEAST_ROWS_OF_AN_EXECUTION = 20;
  private static final int ITERATIONS = 50;
  private static final int TEXT_LENGTH = 1_500;
  private static final int EVENT_TEXT_LENGTH = 600;
  private static final long TEXT_BYTES = 3 << 20;
  private static final long EVENT_TEXT_BYTES = 2 << 20;

  private final Report report;
  private final Analysis analysis;
  private final Writer out;

  PageData(Report report, Writer out) {
    this.report = report;
    this.analysis = report.analysis();
    this.out = out;
  }

  void write() throws IOException {
    List<ExecutionOverview> executions = analysis.executions().stream().limit(MOST_EXECUTIONS).toList();
    TextBudget texts = new TextBudget(TEXT_BYTES);
    List<Value> failures = new ArrayList<>();
    report.records().failures(MOST_FAILURES, failure -> failures.add(PageRows.of(failure)));
    out.write("{");
    part("about", about());
    part("executions", Value.of(executions.stream().map(PageRows::of).toList()));
    part("failures", Value.of(failures));
    if (report.comparison() != null) {
      part("comparison", PageComparison.of(report.comparison(), texts));
    }
    part("durations", Value.of(analysis.stepDurations().stream().limit(MOST_STEPS).map(PageRows::of).toList()));
    timelines(executions, texts);
    events();
    out.write("\"end\":true}");
  }

  private Value about() {
    List<Value> notes = new ArrayList<>();
    analysis.notes().forEach(note -> notes.add(Value.of(note)));
    analysis.schema().missing().forEach(
        missing -> notes.add(Value.of("There is no column " + missing.column().columnName() + ": " + missing.consequence())));
    return new PageObject()
        .put("source", analysis.source())
        .put("filter", analysis.filter())
        .put("notes", Value.of(notes))
        .put("events", analysis.events())
        .put("failures", analysis.failures())
        .put("executions", (long) analysis.executions().size())
        .put("steps", (long) analysis.stepDurations().size())
        .done();
  }

  private void timelines(List<ExecutionOverview> executions, TextBudget texts) throws IOException {
    Map<String, TimelineOutline> outlines = new HashMap<>();
    TimelineOutlines.of(report.records(), limits()).forEach(outline -> outlines.put(outline.executionId(), outline));
    out.write("\"timelines\":[");
    for (int i = 0; i < executions.size(); i++) {
      ExecutionOverview execution = executions.get(i);
      TimelineOutline outline = outlines.get(execution.executionId());
      out.write(i == 0 ? "\n" : ",\n");
      if (outline == null) {
        out.write("{\"rows\":[],\"loops\":[]}");
      } else {
        timeline(execution.startedAt(), outline, texts);
      }
    }
    out.write("],\n");
  }

  private TimelineLimits limits() {
    int rows = Math.max(LEAST_ROWS_OF_AN_EXECUTION, MOST_ROWS / Math.max(1, analysis.executions().size()));
    return new TimelineLimits(ITERATIONS, rows, ITERATIONS, rows, TEXT_LENGTH);
  }

  private void timeline(Instant start, TimelineOutline outline, TextBudget texts) throws IOException {
    Set<Long> kept = new HashSet<>();
    List<Value> rows = new ArrayList<>();
    for (TimelineOutline.Entry entry : outline.entries()) {
      kept.add(entry.row().sequence());
      rows.add(PageRows.of(entry, start, texts));
    }
    List<Value> loops = new ArrayList<>();
    for (LoopOverview loop : analysis.loops()) {
      if (loop.executionId().equals(outline.executionId()) && kept.contains(loop.sequence())) {
        loops.add(PageRows.of(loop));
      }
    }
    long omitted = outline.omitted().count();
    out.write(
        EmbeddedJson.of(
            new PageObject().put("omitted", omitted).put("rows", Value.of(rows)).put("loops", Value.of(loops)).done()));
  }

  private void events() throws IOException {
    TextBudget texts = new TextBudget(EVENT_TEXT_BYTES);
    List<Value> events = new ArrayList<>();
    report.records().events(EVENT_TEXT_LENGTH, MOST_EVENTS, event -> events.add(PageRows.of(event, texts)));
    part("events", Value.of(events));
  }

  private void part(String name, Value value) throws IOException {
    out.write("\"" + name + "\":" + EmbeddedJson.of(value) + ",\n");
  }
}
