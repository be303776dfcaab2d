package io.noetl.application.analysis;

import io.noetl.application.report.BoundedText;
import io.noetl.application.report.Distribution;
import io.noetl.application.report.EventCount;
import io.noetl.application.report.EventTypeCount;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.Failure;
import io.noetl.application.report.StepDuration;
import io.noetl.application.report.StepOverview;
import io.noetl.application.report.StepResult;
import io.noetl.application.report.TimelineRow;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what an analysis found into rows of {@link ReportTable}, value by value in the order of its columns. */
final class TableRows {

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private TableRows() {}

  static List<Value> of(EventTypeCount row) {
    return List.of(text(row.eventType()), Value.of(row.count()));
  }

  static List<Value> of(EventCount row) {
    return List.of(text(row.executionId()), text(row.eventType()), text(row.status()), Value.of(row.count()));
  }

  static List<Value> of(StepOverview row) {
    return List.of(
        text(row.executionId()),
        text(row.stepName()),
        text(row.nodeType()),
        Value.of(row.runs()),
        Value.of(row.succeeded()),
        Value.of(row.failed()),
        Value.of(row.other()),
        time(row.firstStartedAt()));
  }

  static List<Value> of(TimelineRow row) {
    return List.of(
        text(row.executionId()),
        Value.of(row.sequence()),
        integer(row.parentSequence()),
        text(row.nodeId()),
        text(row.parentNodeId()),
        text(row.name()),
        text(row.kind().text()),
        text(row.nodeType()),
        time(row.startedAt()),
        time(row.endedAt()),
        number(row.duration()),
        text(row.status()),
        integer(row.attempt()),
        text(row.loopName()),
        integer(row.currentIndex()),
        text(row.error()));
  }

  static List<Value> of(StepDuration row) {
    Distribution spread = row.distribution();
    return List.of(
        text(row.executionId()),
        text(row.stepName()),
        text(row.nodeType()),
        Value.of(row.count()),
        number(row.average()),
        number(spread.minimum()),
        number(spread.p05()),
        number(spread.p25()),
        number(spread.p50()),
        number(spread.p75()),
        number(spread.p95()),
        number(spread.p99()),
        number(spread.maximum()),
        number(row.total()),
        number(row.deviation()),
        text(row.slowestNodeId()));
  }

  static List<Value> of(StepResult row) {
    return List.of(
        text(row.executionId()),
        Value.of(row.sequence()),
        text(row.nodeId()),
        text(row.stepName()),
        text(row.status()),
        time(row.endedAt()),
        number(row.duration()),
        json(row.output()),
        text(row.error()));
  }

  static List<Value> of(Failure row) {
    return List.of(
        text(row.executionId()),
        Value.of(row.sequence()),
        text(row.nodeId()),
        text(row.name()),
        text(row.nodeType()),
        time(row.occurredAt()),
        Value.of(row.attempts()),
        text(row.error()),
        text(row.at()));
  }

  static List<Value> of(ExecutionOverview row) {
    return List.of(
        text(row.executionId()),
        text(row.source()),
        text(row.playbook()),
        text(row.version()),
        text(row.status()),
        time(row.startedAt()),
        time(row.endedAt()),
        number(row.duration()),
        Value.of(row.events()),
        Value.of(row.steps()),
        Value.of(row.stepNames()),
        Value.of(row.tasks()),
        Value.of(row.iterations()),
        Value.of(row.failures()));
  }

  private static Value text(@Nullable String text) {
    return text == null ? Value.NULL : Value.of(text);
  }

  private static Value integer(@Nullable Number number) {
    return number == null ? Value.NULL : Value.of(number.longValue());
  }

  /** Files of other tools may hold durations that are no JSON. */
  private static Value number(@Nullable Double number) {
    return number == null || !Double.isFinite(number) ? Value.NULL : Value.of(number.doubleValue());
  }

  private static Value time(@Nullable Instant instant) {
    return instant == null ? Value.NULL : Value.of(MICROSECONDS.format(instant));
  }

  /** What is cut, or was no JSON in the first place, stays a text. */
  private static Value json(@Nullable BoundedText json) {
    if (json == null) {
      return Value.NULL;
    }
    try {
      return json.cut() ? Value.of(json.text()) : JsonReader.read(json.text());
    } catch (JsonException e) {
      return Value.of(json.text());
    }
  }
}
