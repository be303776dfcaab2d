package io.noetl.testkit.report;

import io.noetl.application.report.BoundedText;
import io.noetl.application.report.NodeKind;
import io.noetl.application.report.TimelineRow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Makes a row of a timeline by hand; what is not said is null, the name is the node id and the status in progress.
 *
 * <pre>{@code
 * new SampleRow("execution-1", 4, 0L, NodeKind.STEP, "fetch", "step", startedAt).ended(6, 1.5, "success").done()
 * }</pre>
 */
public final class SampleRow {

  private final String executionId;
  private final long sequence;
  private final @Nullable Long parentSequence;
  private final NodeKind kind;
  private final String nodeId;
  private final String nodeType;
  private final Instant startedAt;
  private String name;
  private String status = "in_progress";
  private @Nullable String parentNodeId;
  private @Nullable Instant endedAt;
  private @Nullable Double duration;
  private @Nullable Integer attempt;
  private @Nullable String loopName;
  private @Nullable Long currentIndex;
  private @Nullable String error;
  private @Nullable BoundedText input;
  private @Nullable BoundedText output;

  public SampleRow(
      String executionId,
      long sequence,
      @Nullable Long parentSequence,
      NodeKind kind,
      String nodeId,
      String nodeType,
      Instant startedAt) {
    this.executionId = executionId;
    this.sequence = sequence;
    this.parentSequence = parentSequence;
    this.kind = kind;
    this.nodeId = nodeId;
    this.nodeType = nodeType;
    this.startedAt = startedAt;
    this.name = nodeId;
  }

  public SampleRow name(String itsName) {
    name = itsName;
    return this;
  }

  /** The node id of the row it lies in. */
  public SampleRow in(String itsParentNodeId) {
    parentNodeId = itsParentNodeId;
    return this;
  }

  /** Its ending has that sequence in the sample execution, where events are a second apart. */
  public SampleRow ended(long endSequence, double seconds, String itsStatus) {
    return ended(startedAt.plusSeconds(endSequence - sequence), seconds, itsStatus);
  }

  public SampleRow ended(Instant when, double seconds, String itsStatus) {
    endedAt = when;
    duration = seconds;
    status = itsStatus;
    return this;
  }

  public SampleRow attempt(int number) {
    attempt = number;
    return this;
  }

  /** An item of the sample execution's loop. */
  public SampleRow loop(long index) {
    loopName = "city_loop";
    currentIndex = index;
    return this;
  }

  public SampleRow error(String message) {
    error = message;
    return this;
  }

  public SampleRow texts(@Nullable String itsInput, @Nullable String itsOutput) {
    input = itsInput == null ? null : SampleReport.whole(itsInput);
    output = itsOutput == null ? null : SampleReport.whole(itsOutput);
    return this;
  }

  public TimelineRow done() {
    return new TimelineRow(
        executionId, sequence, parentSequence, nodeId, parentNodeId, name, kind, nodeType, startedAt, endedAt, duration,
        status, attempt, loopName, currentIndex, error, input, output);
  }
}
