package io.noetl.application.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an analysis finds, as far as its size does not grow with the number of events. What does grow (timeline, step
 * results, failures, events) is read row by row from {@code port.ExecutionRecords.Opened}. All tables tell executions apart
 * and have them in the order of {@code executions}.
 *
 * @param source what was read, as messages name it: a path, a pattern, a store and an execution
 * @param filter the condition that rows were selected by; null if all were
 * @param notes what the reader should know about how it was read, in sentences without their full stop
 * @param executions in the order in which they started
 * @param eventTypes the most frequent first
 * @param eventCounts by execution, then the most frequent first
 * @param steps by execution, then in the order of their first starts
 * @param stepDurations by execution, then the greatest total first
 * @param loops by execution, then in the order of their starts; the first {@value #MOST_LOOPS} at most
 * @param timelineRows how many rows the timeline has
 * @param stepResults how many step results there are
 */
public record Analysis(
    String source,
    @Nullable String filter,
    RecordSchema schema,
    List<String> notes,
    List<ExecutionOverview> executions,
    List<EventTypeCount> eventTypes,
    List<EventCount> eventCounts,
    List<StepOverview> steps,
    List<StepDuration> stepDurations,
    List<LoopOverview> loops,
    long timelineRows,
    long stepResults) {

  /** Loops within loops can be as many as events. */
  public static final int MOST_LOOPS = 10_000;

  public Analysis {
    notes = List.copyOf(notes);
    executions = List.copyOf(executions);
    eventTypes = List.copyOf(eventTypes);
    eventCounts = List.copyOf(eventCounts);
    steps = List.copyOf(steps);
    stepDurations = List.copyOf(stepDurations);
    loops = List.copyOf(loops);
  }

  /** How many events there are in all executions together. */
  public long events() {
    return executions.stream().mapToLong(ExecutionOverview::events).sum();
  }

  /** How many failures there are in all executions together. */
  public long failures() {
    return executions.stream().mapToLong(ExecutionOverview::failures).sum();
  }
}
