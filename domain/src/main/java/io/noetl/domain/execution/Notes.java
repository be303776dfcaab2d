package io.noetl.domain.execution;

import io.noetl.domain.event.Event;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.FloatValue;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the core keeps in the metadata of events, so that the same events fold to the same state. */
final class Notes {

  /** The routes taken from here, by their places. */
  static final String NEXT = "next";

  /** What could not be rendered, so that the step or item fails: {@code {error, at}}. */
  static final String FAILURE = "failure";

  /** Where a failure lies: {@code file:line:column}. */
  static final String AT = "at";

  /** Template warnings: {@code file:line:column: message} each. */
  static final String WARNINGS = "warnings";

  /** The task that a step ran. */
  static final String TASK = "task";

  /** The names of a step's {@code result} that were bound; their values are the entries of its output. */
  static final String BOUND = "bound";

  /** What follows an attempt of a task: {@code {attempt, delay}}, the delay in seconds. */
  static final String RETRY = "retry";

  /** On the result of a step whose failure is accepted: {@code continue}, or {@code step} for another step. */
  static final String ON_ERROR = "on_error";

  /** True on what failed in a loop that accepts it, or in one whose own failure is accepted. */
  static final String ACCEPTED = "accepted";

  /** On the way to the first final step: how the workflow ended. */
  static final String FINALLY = "finally";

  /** True on what was ended from outside: by a cancellation, a deadline around it, or an item that stopped its loop. */
  static final String CANCELLED = "cancelled";

  static final String FROM = "from";
  static final String TO = "to";
  static final String CONDITION = "condition";

  private Notes() {}

  static Value routes(List<Route> routes) {
    return Value.of(routes.stream().<Value>map(route -> Value.of(route.place())).toList());
  }

  static Value failure(StepOutcome.Failed failure) {
    Map<String, Value> notes = new LinkedHashMap<>();
    notes.put("error", Value.of(failure.error()));
    notes.put(AT, Value.of(failure.at()));
    return Value.of(notes);
  }

  /** The places of the routes that an event took. */
  static List<String> routes(Event event) {
    return of(event).valueOf(NEXT) instanceof ListValue list
        ? list.items().stream().map(Notes::text).toList()
        : List.of();
  }

  static StepOutcome.@Nullable Failed failure(Event event) {
    return of(event).valueOf(FAILURE) instanceof MapValue failure
        ? new StepOutcome.Failed(text(failure.valueOf("error")), text(failure.valueOf(AT)), null, false)
        : null;
  }

  /** The attempt that follows the one that ended, and when; null when none does. */
  static Activity.@Nullable Waiting retry(Event event, StepVisit visit) {
    if (!(of(event).valueOf(RETRY) instanceof MapValue retry)
        || !(retry.valueOf("attempt") instanceof IntValue attempt)) {
      return null;
    }
    double seconds =
        retry.valueOf("delay") instanceof FloatValue delay ? delay.value() : 0;
    Instant until = event.timestamp().plusNanos(Math.round(seconds * 1e9));
    return new Activity.Waiting(visit, Math.toIntExact(attempt.value()), until);
  }

  static Value retry(Retries.Verdict.Again again) {
    Map<String, Value> notes = new LinkedHashMap<>();
    notes.put("attempt", Value.of(again.attempt()));
    notes.put("delay", Value.of(again.delay().toNanos() / 1e9));
    return Value.of(notes);
  }

  /** How the failure of a step was accepted; empty when it was not. */
  static String onError(Event event) {
    return text(of(event).valueOf(ON_ERROR));
  }

  /** How the workflow had ended when its final steps began; empty for any other event. */
  static String finallyAfter(Event event) {
    return text(of(event).valueOf(FINALLY));
  }

  static String at(Event event) {
    return text(of(event).valueOf(AT));
  }

  static boolean accepted(Event event) {
    return of(event).valueOf(ACCEPTED).equals(Value.TRUE);
  }

  static boolean cancelled(Event event) {
    return of(event).valueOf(CANCELLED).equals(Value.TRUE);
  }

  private static MapValue of(Event event) {
    return event.metadata() instanceof MapValue map ? map : Value.EMPTY_MAP;
  }

  private static String text(Value value) {
    return value instanceof TextValue text ? text.value() : "";
  }
}
