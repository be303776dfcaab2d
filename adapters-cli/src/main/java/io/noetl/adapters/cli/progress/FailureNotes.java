package io.noetl.adapters.cli.progress;

import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.domain.event.Event;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;

/**
 * What the ending of a node that failed tells.
 *
 * @param text on one line: {@code file:line:column: error}
 * @param accepted whether the failure is accepted, by {@code on_error} or by a loop around it
 * @param cancelled whether the node was ended from outside
 */
record FailureNotes(String text, boolean accepted, boolean cancelled) {

  static FailureNotes of(Event event) {
    MapValue notes = event.metadata() instanceof MapValue map ? map : Value.EMPTY_MAP;
    String place = notes.valueOf("at") instanceof TextValue at && !at.value().isEmpty() ? at.value() + ": " : "";
    boolean accepted = notes.valueOf("accepted").equals(Value.TRUE) || notes.valueOf("on_error") instanceof TextValue;
    return new FailureNotes(
        LineText.of(place + (event.error() == null ? "failed" : event.error())),
        accepted,
        notes.valueOf("cancelled").equals(Value.TRUE));
  }
}
