package io.noetl.adapters.report.html;

import io.noetl.application.report.Distribution;
import io.noetl.application.report.EventDetail;
import io.noetl.application.report.ExecutionOverview;
import io.noetl.application.report.Failure;
import io.noetl.application.report.LoopOverview;
import io.noetl.application.report.StepDuration;
import io.noetl.application.report.TimelineOutline;
import io.noetl.application.report.TimelineRow;
import io.noetl.domain.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a report as the page's scripts know them. */
final class PageRows {

  private PageRows() {}

  static Value of(ExecutionOverview execution) {
    return new PageObject()
        .put("id", execution.executionId())
        .put("source", execution.source())
        .put("playbook", execution.playbook())
        .put("version", execution.version())
        .put("status", execution.status())
        .put("startedAt", execution.startedAt())
        .put("endedAt", execution.endedAt())
        .put("duration", execution.duration())
        .put("events", execution.events())
        .put("steps", execution.steps())
        .put("stepNames", execution.stepNames())
        .put("tasks", execution.tasks())
        .put("iterations", execution.iterations())
        .put("failures", execution.failures())
        .done();
  }

  /**
   * A node of the timeline, its times in seconds since the execution's start.
   *
   * @param start when the execution started
   */
  static Value of(TimelineOutline.Entry entry, Instant start, TextBudget texts) {
    TimelineRow row = entry.row();
    return new PageObject()
        .put("sequence", row.sequence())
        .put("parent", row.parentSequence())
        .put("kind", row.kind().text())
        .put("nodeId", row.nodeId())
        .put("name", row.name())
        .put("nodeType", row.nodeType())
        .put("from", seconds(start, row.startedAt()))
        .put("to", row.endedAt() == null ? null : seconds(start, row.endedAt()))
        .put("duration", row.duration())
        .put("status", row.status())
        .put("attempt", row.attempt() == null ? null : row.attempt().longValue())
        .put("index", row.currentIndex())
        .put("error", row.error())
        .put("input", texts.spend(row.input()))
        .put("output", texts.spend(row.output()))
        .flag("critical", entry.critical())
        .put("omitted", entry.omitted().count() == 0 ? null : entry.omitted().count())
        .put("omittedFailed", entry.omitted().failed() == 0 ? null : entry.omitted().failed())
        .done();
  }

  static Value of(Failure failure) {
    return new PageObject()
        .put("execution", failure.executionId())
        .put("sequence", failure.sequence())
        .put("nodeId", failure.nodeId())
        .put("name", failure.name())
        .put("nodeType", failure.nodeType())
        .put("occurredAt", failure.occurredAt())
        .put("attempts", failure.attempts())
        .put("error", failure.error())
        .put("at", failure.at())
        .done();
  }

  static Value of(StepDuration step) {
    return new PageObject()
        .put("execution", step.executionId())
        .put("step", step.stepName())
        .put("count", step.count())
        .put("average", step.average())
        .put("total", step.total())
        .put("deviation", step.deviation())
        .put("spread", of(step.distribution()))
        .put("slowest", step.slowestNodeId())
        .done();
  }

  static Value of(LoopOverview loop) {
    return new PageObject()
        .put("sequence", loop.sequence())
        .put("items", loop.items())
        .put("processed", loop.processed())
        .put("filtered", loop.filtered())
        .put("failed", loop.failed())
        .put("spread", loop.durations() == null ? Value.NULL : of(loop.durations()))
        .done();
  }

  static Value of(EventDetail event, TextBudget texts) {
    return new PageObject()
        .put("execution", event.executionId())
        .put("sequence", event.sequence())
        .put("parent", event.parentSequence())
        .put("timestamp", event.timestamp())
        .put("type", event.eventType())
        .put("nodeId", event.nodeId())
        .put("name", event.name())
        .put("nodeType", event.nodeType())
        .put("status", event.status())
        .put("duration", event.duration())
        .put("attempt", event.attempt() == null ? null : event.attempt().longValue())
        .put("error", event.error())
        .put("input", texts.spend(event.input()))
        .put("output", texts.spend(event.output()))
        .put("metadata", texts.spend(event.metadata()))
        .done();
  }

  /** Least, 5 %, 25 %, half, 75 %, 95 %, 99 %, greatest. */
  private static Value of(Distribution spread) {
    return Value.of(
        List.<Value>of(
            Value.of(spread.minimum()), Value.of(spread.p05()), Value.of(spread.p25()), Value.of(spread.p50()),
            Value.of(spread.p75()), Value.of(spread.p95()), Value.of(spread.p99()), Value.of(spread.maximum())));
  }

  private static Double seconds(Instant start, @Nullable Instant time) {
    return time == null ? 0.0 : Duration.between(start, time).toNanos() / 1e9;
  }
}
