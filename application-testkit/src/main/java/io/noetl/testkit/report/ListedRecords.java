package io.noetl.testkit.report;

import io.noetl.application.port.ExecutionRecords;
import io.noetl.application.report.Analysis;
import io.noetl.application.report.BoundedText;
import io.noetl.application.report.EventDetail;
import io.noetl.application.report.Failure;
import io.noetl.application.report.StepResult;
import io.noetl.application.report.TimelineRow;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records that are made by hand: an analysis and the rows that go with it.
 *
 * @param timeline with whole texts
 * @param stepResults with whole texts
 * @param events with whole texts
 */
public record ListedRecords(
    Analysis analysis,
    List<TimelineRow> timeline,
    List<StepResult> stepResults,
    List<Failure> failures,
    List<EventDetail> events)
    implements ExecutionRecords.Opened {

  public ListedRecords {
    timeline = List.copyOf(timeline);
    stepResults = List.copyOf(stepResults);
    failures = List.copyOf(failures);
    events = List.copyOf(events);
  }

  @Override
  public void timeline(int textLength, long first, Consumer<TimelineRow> rows) {
    for (TimelineRow row : timeline.stream().limit(first).toList()) {
      rows.accept(
          new TimelineRow(
              row.executionId(), row.sequence(), row.parentSequence(), row.nodeId(), row.parentNodeId(), row.name(),
              row.kind(), row.nodeType(), row.startedAt(), row.endedAt(), row.duration(), row.status(), row.attempt(),
              row.loopName(), row.currentIndex(), row.error(), cut(row.input(), textLength),
              cut(row.output(), textLength)));
    }
  }

  @Override
  public void texts(String executionId, Set<Long> sequences, int textLength, Consumer<TimelineRow> rows) {
    timeline(
        textLength,
        Long.MAX_VALUE,
        row -> {
          if (row.executionId().equals(executionId) && sequences.contains(row.sequence())) {
            rows.accept(row);
          }
        });
  }

  @Override
  public void stepResults(int textLength, long first, Consumer<StepResult> rows) {
    for (StepResult row : stepResults.stream().limit(first).toList()) {
      rows.accept(
          new StepResult(
              row.executionId(), row.sequence(), row.nodeId(), row.stepName(), row.status(), row.endedAt(),
              row.duration(), cut(row.output(), textLength), row.error()));
    }
  }

  @Override
  public void failures(long first, Consumer<Failure> rows) {
    failures.stream().limit(first).forEach(rows);
  }

  @Override
  public void events(int textLength, long first, Consumer<EventDetail> rows) {
    for (EventDetail row : events.stream().limit(first).toList()) {
      rows.accept(
          new EventDetail(
              row.executionId(), row.sequence(), row.parentSequence(), row.timestamp(), row.eventType(), row.nodeId(),
              row.name(), row.nodeType(), row.status(), row.duration(), row.attempt(), row.error(),
              cut(row.input(), textLength), cut(row.output(), textLength), cut(row.metadata(), textLength)));
    }
  }

  @Override
  public void close() {}

  private static @Nullable BoundedText cut(@Nullable BoundedText whole, int textLength) {
    if (whole == null || textLength == 0) {
      return null;
    }
    String text = whole.text();
    int kept = (int) Math.min(textLength, whole.length());
    return new BoundedText(text.substring(0, text.offsetByCodePoints(0, kept)), whole.length());
  }
}
