package io.noetl.testkit.report;

import io.noetl.application.port.Report;
import io.noetl.application.report.Analysis;
import io.noetl.application.report.BoundedText;
import io.noetl.application.report.Distribution;
import io.noetl.application.report.EventCount;
import io.noetl.application.report.EventDetail;
import io.noetl.application.report.EventTypeCount;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.Failure;
import io.noetl.application.report.LoopOverview;
import io.noetl.application.report.NodeKind;
import io.noetl.application.report.RecordSchema;
import io.noetl.application.report.StepDuration;
import io.noetl.application.report.StepOverview;
import io.noetl.application.report.StepResult;
import io.noetl.application.report.TimelineRow;
import io.noetl.domain.event.Event;
import io.noetl.domain.event.EventColumn;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.testkit.store.SampleEvents;
import io.noetl.testkit.store.SampleExecution;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to say about {@link io.noetl.testkit.store.SampleExecution}, worked out by hand. */
public final class SampleReport {

  private static final String COUNTS = "{\"items\":3,\"processed\":2,\"filtered\":1,\"failed\":1}";
  private static final String WORKLOAD = "{\"cities\":[\"Paris\",\"Oslo\",\"Rome\"],\"limit\":5}";

  private final String id;
  private final String source;

  private final String timestampType;

  private SampleReport(String executionId, String source, String timestampType) {
    this.id = executionId;
    this.source = source;
    this.timestampType = timestampType;
  }

  /** A report on the sample execution, without a comparison. */
  public static Report of(String executionId, String source) {
    ListedRecords records = records(executionId, source);
    return new Report(records.analysis(), records, null);
  }

  /** The records of the sample execution in an export. */
  public static ListedRecords records(String executionId, String source) {
    return records(executionId, source, "TIMESTAMP WITH TIME ZONE");
  }

  /**
   * The records of the sample execution.
   *
   * @param timestampType what DuckDB calls the type of the column {@code timestamp}
   */
  public static ListedRecords records(String executionId, String source, String timestampType) {
    SampleReport sample = new SampleReport(executionId, source, timestampType);
    List<EventDetail> events = SampleExecution.events(executionId).stream().map(SampleReport::detail).toList();
    return new ListedRecords(sample.analysis(), sample.timeline(), sample.stepResults(), sample.failures(), events);
  }

  private Analysis analysis() {
    return new Analysis(
        source, null, schema(), List.of(), List.of(overview()), eventTypes(), eventCounts(), steps(), durations(), loops(),
        11, 5);
  }

  private RecordSchema schema() {
    return new RecordSchema(
        EventColumn.ALL.stream().map(column -> new RecordSchema.Column(column.columnName(), type(column), true)).toList(),
        List.of());
  }

  private String type(EventColumn column) {
    return switch (column.type()) {
      case TEXT, JSON -> "VARCHAR";
      case TIMESTAMP -> timestampType;
      case DOUBLE -> "DOUBLE";
      case LONG -> "BIGINT";
      case INT -> "INTEGER";
    };
  }

  private ExecutionOverview overview() {
    return new ExecutionOverview(
        id, source, "weather_example", "0.1.0", "error", at(0), at(27), 27.0, 28, 5, 4, 3, 2, 1);
  }

  private static List<EventTypeCount> eventTypes() {
    return List.of(
        new EventTypeCount("step_result", 5),
        new EventTypeCount("step_start", 5),
        new EventTypeCount("task_start", 3),
        new EventTypeCount("loop_iteration", 2),
        new EventTypeCount("loop_iteration_complete", 2),
        new EventTypeCount("step_transition", 2),
        new EventTypeCount("task_error", 2),
        new EventTypeCount("execution_complete", 1),
        new EventTypeCount("execution_error", 1),
        new EventTypeCount("execution_start", 1),
        new EventTypeCount("loop_complete", 1),
        new EventTypeCount("loop_iteration_filtered", 1),
        new EventTypeCount("loop_start", 1),
        new EventTypeCount("task_complete", 1));
  }

  private List<EventCount> eventCounts() {
    return List.of(
        count("step_start", "in_progress", 5),
        count("step_result", "success", 3),
        count("task_start", "in_progress", 3),
        count("loop_iteration", "in_progress", 2),
        count("step_result", "error", 2),
        count("step_transition", "success", 2),
        count("task_error", "error", 2),
        count("execution_complete", "error", 1),
        count("execution_error", "error", 1),
        count("execution_start", "in_progress", 1),
        count("loop_complete", "error", 1),
        count("loop_iteration_complete", "error", 1),
        count("loop_iteration_complete", "success", 1),
        count("loop_iteration_filtered", "filtered", 1),
        count("loop_start", "in_progress", 1),
        count("task_complete", "success", 1));
  }

  private EventCount count(String eventType, String status, long count) {
    return new EventCount(id, eventType, status, count);
  }

  private List<StepOverview> steps() {
    return List.of(
        new StepOverview(id, "start", "step", 1, 1, 0, 0, at(1)),
        new StepOverview(id, "city_loop", "step.loop", 1, 0, 1, 0, at(4)),
        new StepOverview(id, "fetch", "step", 2, 1, 1, 0, at(7)),
        new StepOverview(id, "report", "step.end_loop", 1, 1, 0, 0, at(24)));
  }

  private List<StepDuration> durations() {
    return List.of(
        duration("city_loop", "step.loop", 18.0, "city_loop"),
        new StepDuration(
            id, "fetch", "step", 2, 4.0, 8.0, Math.sqrt(2),
            new Distribution(3.0, 3.1, 3.5, 4.0, 4.5, 4.9, 4.98, 5.0), "city_loop[0].fetch"),
        duration("report", "step.end_loop", 0.5, "report"),
        duration("start", "step", 0.25, "start"));
  }

  private StepDuration duration(String step, String type, double seconds, String nodeId) {
    return new StepDuration(id, step, type, 1, seconds, seconds, 0.0, same(seconds), nodeId);
  }

  private static Distribution same(double value) {
    return new Distribution(value, value, value, value, value, value, value, value);
  }

  private List<LoopOverview> loops() {
    Distribution iterations = new Distribution(5.0, 5.1, 5.5, 6.0, 6.5, 6.9, 6.98, 7.0);
    return List.of(new LoopOverview(id, 4, "city_loop", "city_loop", 3L, 2, 1, 1, iterations));
  }

  private List<TimelineRow> timeline() {
    return List.of(
        row(0, null, NodeKind.EXECUTION, "weather_example", "playbook").ended(27, 27.0, "error")
            .error("1 of 3 items failed in 'city_loop'").texts(WORKLOAD, "{\"steps\":5,\"errors\":1}").done(),
        row(1, 0L, NodeKind.STEP, "start", "step").in("weather_example").ended(2, 0.25, "success").done(),
        row(4, 0L, NodeKind.LOOP, "city_loop", "step.loop").in("weather_example").ended(22, 18.0, "error")
            .error("1 of 3 items failed").texts("{\"unit\":\"celsius\"}", COUNTS).done(),
        row(6, 4L, NodeKind.ITERATION, "city_loop[0]", "iteration").name("city_loop").in("city_loop").loop(0)
            .ended(13, 7.0, "success").texts("{\"city\":\"Paris\"}", null).done(),
        row(7, 6L, NodeKind.STEP, "city_loop[0].fetch", "step").name("fetch").in("city_loop[0]").loop(0)
            .ended(12, 5.0, "success").texts(null, "{\"temperature\":21.5}").done(),
        task(8, 7, "city_loop[0].fetch", 0, 1).ended(9, 1.0, "error").error("HTTP 503").done(),
        task(10, 7, "city_loop[0].fetch", 0, 2).ended(11, 1.5, "success")
            .texts("{\"method\":\"GET\"}", "{\"temperature\":21.5}").done(),
        row(15, 4L, NodeKind.ITERATION, "city_loop[2]", "iteration").name("city_loop").in("city_loop").loop(2)
            .ended(20, 5.0, "error").error("HTTP 500").texts("{\"city\":\"Rome\"}", null).done(),
        row(16, 15L, NodeKind.STEP, "city_loop[2].fetch", "step").name("fetch").in("city_loop[2]").loop(2)
            .ended(19, 3.0, "error").error("HTTP 500").done(),
        task(17, 16, "city_loop[2].fetch", 2, 1).ended(18, 1.0, "error").error("HTTP 500").done(),
        row(24, 0L, NodeKind.STEP, "report", "step.end_loop").in("weather_example").ended(25, 0.5, "success")
            .texts("{\"level\":\"high\"}", "{\"alert\":true,\"limit\":7}").done());
  }

  private SampleRow row(long sequence, @Nullable Long parent, NodeKind kind, String nodeId, String nodeType) {
    return new SampleRow(id, sequence, parent, kind, nodeId, nodeType, at(sequence));
  }

  private SampleRow task(long sequence, long step, String stepId, long index, int attempt) {
    return row(sequence, step, NodeKind.TASK, stepId + "/get_forecast", "task.http").name("get_forecast").in(stepId)
        .loop(index).attempt(attempt).texts("{\"method\":\"GET\"}", null);
  }

  private List<StepResult> stepResults() {
    return List.of(
        result(2, "start", "start", "success", 0.25, null, null),
        result(12, "city_loop[0].fetch", "fetch", "success", 5.0, "{\"temperature\":21.5}", null),
        result(19, "city_loop[2].fetch", "fetch", "error", 3.0, null, "HTTP 500"),
        result(22, "city_loop", "city_loop", "error", 18.0, COUNTS, "1 of 3 items failed"),
        result(25, "report", "report", "success", 0.5, "{\"alert\":true,\"limit\":7}", null));
  }

  private StepResult result(
      long sequence,
      String nodeId,
      String name,
      String status,
      double duration,
      @Nullable String output,
      @Nullable String error) {
    BoundedText text = output == null ? null : whole(output);
    return new StepResult(id, sequence, nodeId, name, status, at(sequence), duration, text, error);
  }

  private List<Failure> failures() {
    return List.of(
        new Failure(id, 18, "city_loop[2].fetch/get_forecast", "get_forecast", "task.http", at(18), 1, "HTTP 500", null));
  }

  private static EventDetail detail(Event event) {
    String parent = event.parentEventId();
    return new EventDetail(
        event.executionId(),
        event.sequence(),
        parent == null ? null : Long.valueOf(parent.substring(parent.indexOf(':') + 1)),
        event.timestamp(),
        event.type().text(),
        event.node().id(),
        event.node().name(),
        event.node().type(),
        event.status().text(),
        event.duration(),
        event.attempt(),
        event.error(),
        json(event.input()),
        json(event.output()),
        json(event.metadata()));
  }

  private static @Nullable BoundedText json(@Nullable Value value) {
    return value == null ? null : whole(JsonWriter.write(value));
  }

  static BoundedText whole(String text) {
    return new BoundedText(text, text.codePointCount(0, text.length()));
  }

  /** The time of the event with that sequence. */
  static Instant at(long sequence) {
    return SampleEvents.BEGINNING.plusSeconds(sequence);
  }
}
