package io.noetl.adapters.cli.report;

import io.noetl.application.report.BoundedText;
import io.noetl.application.report.Comparison;
import io.noetl.application.report.Comparison.DurationChange;
import io.noetl.application.report.Comparison.StatusChange;
import io.noetl.application.report.Comparison.StepPlace;
import io.noetl.application.report.Comparison.ValueDifference;
import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How two executions differ, as JSON. */
final class ComparisonDocument {

  private ComparisonDocument() {}

  static Value of(Comparison comparison) {
    Map<String, Value> document = new LinkedHashMap<>();
    document.put("first", Value.of(comparison.first().executionId()));
    document.put("second", Value.of(comparison.second().executionId()));
    document.put("same", Value.of(comparison.same()));
    document.put("added", counted(comparison.added(), ComparisonDocument::place));
    document.put("removed", counted(comparison.removed(), ComparisonDocument::place));
    document.put("status_changes", counted(comparison.statusChanges(), ComparisonDocument::change));
    document.put("duration_changes", Value.of(comparison.durationChanges().stream().map(ComparisonDocument::change).toList()));
    document.put("first_input_difference", difference(comparison.firstInputDifference()));
    document.put("first_output_difference", difference(comparison.firstOutputDifference()));
    return Value.of(document);
  }

  private static <T> Value counted(Comparison.Counted<T> things, Function<T, Value> one) {
    List<Value> first = things.kept().stream().map(one).toList();
    return map("count", Value.of(things.count()), "first", Value.of(first));
  }

  private static Value place(StepPlace place) {
    return map("node_id", Value.of(place.nodeId()), "step_name", Value.of(place.stepName()), "status", Value.of(place.status()));
  }

  private static Value change(StatusChange change) {
    return map(
        "node_id", Value.of(change.nodeId()),
        "kind", Value.of(change.kind().text()),
        "first", Value.of(change.first()),
        "second", Value.of(change.second()));
  }

  private static Value change(DurationChange change) {
    return map(
        "step_name", Value.of(change.first().stepName()),
        "first_average", Value.of(change.first().average()),
        "second_average", Value.of(change.second().average()),
        "noise", Value.of(change.noise()));
  }

  private static Value difference(@Nullable ValueDifference difference) {
    if (difference == null) {
      return Value.NULL;
    }
    return map(
        "node_id", Value.of(difference.nodeId()),
        "kind", Value.of(difference.kind().text()),
        "path", Value.of(difference.path()),
        "first", value(difference.first()),
        "second", value(difference.second()));
  }

  /** What is cut is no JSON any more and stays a text. */
  private static Value value(@Nullable BoundedText text) {
    if (text == null) {
      return Value.NULL;
    }
    try {
      return text.cut() ? Value.of(text.text()) : JsonReader.read(text.text());
    } catch (JsonException e) {
      return Value.of(text.text());
    }
  }

  /** A map of names and values in turn. */
  private static Value map(Object... entries) {
    Map<String, Value> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], (Value) entries[i + 1]);
    }
    return Value.of(map);
  }
}
