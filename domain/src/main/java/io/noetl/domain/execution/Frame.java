package io.noetl.domain.execution;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scope being run: the execution's own, or one iteration of a loop. Immutable.
 *
 * @param place which scope it is
 * @param scope the names bound in it
 * @param visits how often each step was entered
 * @param agenda the steps that wait, the next one first
 * @param activity what it is busy with
 * @param end how its branches reached {@code end}, while that still has to run; null otherwise
 * @param data of the steps that ran directly in it
 */
record Frame(
    Place place,
    Scope scope,
    PersistentMap<String, Integer> visits,
    Chain<Pending> agenda,
    Activity activity,
    @Nullable Arrival end,
    StepData data) {

  /**
   * Which scope a frame is.
   *
   * @param nodeId the iteration's node id, empty for the execution
   * @param startSequence the sequence of the event that began it
   * @param startedAt when it began
   * @param loop the loop step whose iteration it is; null for the execution
   * @param index the item; -1 for the execution
   */
  record Place(
      String nodeId, long startSequence, Instant startedAt, @Nullable String loop, int index) {

    boolean isExecution() {
      return loop == null;
    }

    String nodeIdOf(String step) {
      return nodeId.isEmpty() ? step : nodeId + "." + step;
    }
  }

  /** How branches reached {@code end}: with these values, later ones over earlier ones. */
  record Arrival(Pending pending, MapValue with, StepOutcome.@Nullable Failed failure) {}

  static Frame of(Place place, Scope scope, Activity activity) {
    return new Frame(place, scope, PersistentMap.empty(), Chain.empty(), activity, null, StepData.NONE);
  }

  /** The id of the node that the next visit of a step will be. */
  String nextNodeId(String step) {
    Integer seen = visits.get(step);
    String id = place.nodeIdOf(step);
    return seen == null ? id : id + "#" + (seen + 1);
  }

  Frame visiting(String step) {
    Integer seen = visits.get(step);
    PersistentMap<String, Integer> more = visits.with(step, seen == null ? 1 : seen + 1);
    return new Frame(place, scope, more, agenda, activity, end, data);
  }

  Frame with(Activity changed) {
    return new Frame(place, scope, visits, agenda, changed, end, data);
  }

  Frame with(Scope changed) {
    return new Frame(place, changed, visits, agenda, activity, end, data);
  }

  Frame withData(String step, Value stepData) {
    return new Frame(place, scope, visits, agenda, activity, end, data.with(step, stepData));
  }

  Frame withFirst(List<Pending> pending) {
    return new Frame(place, scope, visits, agenda.withFirst(pending), activity, end, data);
  }

  Frame withoutFirst() {
    return new Frame(place, scope, visits, agenda.rest(), activity, end, data);
  }

  Frame withEnd(@Nullable Arrival arrival) {
    return new Frame(place, scope, visits, agenda, activity, arrival, data);
  }

  /** This scope with nothing left to do but {@code pending}. */
  Frame alone(Scope changed, List<Pending> pending) {
    Chain<Pending> waiting = Chain.<Pending>empty().withFirst(pending);
    return new Frame(place, changed, visits, waiting, new Activity.Idle(), null, data);
  }

  /** The entries of both maps, those of {@code later} winning. */
  static MapValue merge(MapValue earlier, MapValue later) {
    if (earlier.entries().isEmpty()) {
      return later;
    }
    Map<String, Value> merged = new LinkedHashMap<>(earlier.entries());
    merged.putAll(later.entries());
    return Value.of(merged);
  }
}
