package io.noetl.adapters.cli.render;

import io.noetl.application.render.RenderAnswer;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer as JSON: {@code {"value": …}}, with {@code "warnings": ["line:column: message"]} where there are some, or
 * {@code {"error": "message", "line": n, "column": n}}, the place inside the template.
 */
final class AnswerDocument {

  private static final String ERROR = "error";

  private AnswerDocument() {}

  static Value of(RenderAnswer answer) {
    return switch (answer) {
      case RenderAnswer.Yielded yielded -> yielded(yielded);
      case RenderAnswer.Malformed malformed -> problem(malformed.problem());
      case RenderAnswer.Failed failed -> problem(failed.problem());
    };
  }

  /** The answer to a line of the input that is no request. */
  static Value unusable(long line, String reason) {
    return Value.of(Map.of(ERROR, Value.of("input line " + line + " " + reason)));
  }

  private static Value yielded(RenderAnswer.Yielded yielded) {
    if (yielded.warnings().isEmpty()) {
      return Value.of(Map.of("value", yielded.value()));
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put("value", yielded.value());
    List<Value> warnings =
        yielded.warnings().stream()
            .<Value>map(warning -> Value.of(warning.position() + ": " + warning.message()))
            .toList();
    entries.put("warnings", Value.of(warnings));
    return Value.of(entries);
  }

  private static Value problem(Problem problem) {
    Map<String, Value> entries = new LinkedHashMap<>();
    entries.put(ERROR, Value.of(problem.message()));
    entries.put("line", Value.of(problem.position().line()));
    entries.put("column", Value.of(problem.position().column()));
    return Value.of(entries);
  }
}
