package io.noetl.domain.execution;

import io.noetl.domain.event.Status;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an execution stands after the events so far. Immutable; {@link Fold#apply} yields the next one.
 *
 * @param sequence the sequence that the next event gets
 * @param time when the last event happened: what {@code now()} answers
 * @param startedAt when the execution began
 * @param root the execution's own scope, which holds those of its loops
 * @param steps how many steps began
 * @param failureCount how many failures there were
 * @param firstFailures the first of them, the last one first
 * @param failedItems how many failed items loops passed over that make the execution end in error
 * @param firstFailedItem the first of them
 */
public record ExecutionState(
    String executionId,
    long sequence,
    Instant time,
    Instant startedAt,
    Phase phase,
    Status status,
    Frame root,
    long steps,
    long failureCount,
    Chain<ExecutionFailure> firstFailures,
    long failedItems,
    @Nullable ExecutionFailure firstFailedItem) {

  /** How many failures are kept. */
  public static final int KEPT_FAILURES = 1_000;

  /** How far an execution has come. */
  public enum Phase {
    NEW,
    RUNNING,
    /** The workflow has failed, and that is recorded. */
    ERROR_RECORDED,
    /** The final steps run; the status is that of the workflow. */
    FINALLY,
    /** A final step has failed, and that is recorded. */
    FAILED,
    COMPLETE
  }

  /**
   * An execution about to begin.
   *
   * @param time what {@code now()} answers until it has begun
   */
  public static ExecutionState initial(String executionId, Instant time) {
    Frame root = Frame.of(new Frame.Place("", 0, time, null, -1), Scope.outermost(), new Activity.Idle());
    return new ExecutionState(
        executionId, 0, time, time, Phase.NEW, Status.IN_PROGRESS, root, 0, 0, Chain.empty(), 0, null);
  }

  /** The sequence of the event that began it. */
  long startSequence() {
    return root.place().startSequence();
  }

  /** Whether nothing is left to do. */
  public boolean complete() {
    return phase == Phase.COMPLETE;
  }

  /** The data of the last run of every step of the execution's own scope, in the order of their first runs. */
  public MapValue stepData() {
    return root.data().asMap();
  }

  /** The first failures, at most {@value #KEPT_FAILURES}, in order. */
  public List<ExecutionFailure> failures() {
    return firstFailures.reversed();
  }

  ExecutionState at(long nextSequence, Instant eventTime) {
    return new ExecutionState(
        executionId, nextSequence, eventTime, startedAt, phase, status, root, steps, failureCount, firstFailures, failedItems, firstFailedItem);
  }

  /** This execution once its first event has happened. */
  ExecutionState begun(Frame first) {
    Instant at = first.place().startedAt();
    return new ExecutionState(
        executionId,
        sequence,
        time,
        at,
        Phase.RUNNING,
        Status.IN_PROGRESS,
        first,
        steps,
        failureCount,
        firstFailures,
        failedItems, firstFailedItem);
  }

  ExecutionState with(Frame changedRoot) {
    return new ExecutionState(
        executionId, sequence, time, startedAt, phase, status, changedRoot, steps, failureCount, firstFailures, failedItems, firstFailedItem);
  }

  ExecutionState with(Phase changedPhase, Status changedStatus) {
    return new ExecutionState(
        executionId, sequence, time, startedAt, changedPhase, changedStatus, root, steps, failureCount, firstFailures, failedItems, firstFailedItem);
  }

  ExecutionState withStep() {
    return new ExecutionState(
        executionId, sequence, time, startedAt, phase, status, root, steps + 1, failureCount, firstFailures, failedItems, firstFailedItem);
  }

  ExecutionState withFailedItem(ExecutionFailure failure) {
    ExecutionFailure first = firstFailedItem == null ? failure : firstFailedItem;
    return new ExecutionState(
        executionId, sequence, time, startedAt, phase, status, root, steps, failureCount, firstFailures, failedItems + 1, first);
  }

  ExecutionState with(ExecutionFailure failure) {
    Chain<ExecutionFailure> kept =
        firstFailures.size() < KEPT_FAILURES ? firstFailures.withFirst(failure) : firstFailures;
    return new ExecutionState(
        executionId, sequence, time, startedAt, phase, status, root, steps, failureCount + 1, kept, failedItems, firstFailedItem);
  }
}
