package io.noetl.domain.template;

import io.noetl.domain.value.Value;
import java.util.List;

/** What came of rendering a template. */
public sealed interface Rendered {

  /** The value, with a warning for each undefined name and each error that lenient rendering passed over. */
  record Success(Value value, List<Problem> warnings) implements Rendered {
    public Success {
      warnings = List.copyOf(warnings);
    }
  }

  /** Strict rendering met an undefined name or an error. */
  record Failure(Problem problem) implements Rendered {}
}
