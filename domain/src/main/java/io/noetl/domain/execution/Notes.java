package io.noetl.domain.execution;

import io.noetl.domain.event.Event;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
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

  /** True on what was ended by a cancellation. */
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

  static String at(Event event) {
    return text(of(event).valueOf(AT));
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
