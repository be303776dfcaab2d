package io.noetl.adapters.playbook.reader;

import io.noetl.domain.playbook.Step;
import io.noetl.domain.template.Position;
import org.jspecify.annotations.Nullable;

/**
 * A step as it was read, before it is known whether what it names exists.
 *
 * @param nameAt where its name stands
 * @param endLoopAt where the name of the loop stands that it ends, if it ends one
 */
record StepDraft(Step step, Position nameAt, @Nullable Position endLoopAt) {

  String name() {
    return step.name();
  }
}
