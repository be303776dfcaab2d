package io.noetl.domain.playbook;

import io.noetl.domain.template.TemplateText;
import java.util.List;

/** One entry of a step's {@code next}; entries are read in order. */
public sealed interface NextEntry {

  /** Taken always. */
  record Always(Target target) implements NextEntry {}

  /** {@code then} is taken whole when the condition is true, {@code otherwise} (its own {@code else}) when it is not. */
  record When(TemplateText condition, List<Target> then, List<Target> otherwise) implements NextEntry {
    public When {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** A stand-alone {@code else}: taken when no condition of the list was true. */
  record Otherwise(List<Target> targets) implements NextEntry {
    public Otherwise {
      targets = List.copyOf(targets);
    }
  }
}
