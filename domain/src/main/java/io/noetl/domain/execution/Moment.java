package io.noetl.domain.execution;

/**
 * What a decision is based on.
 *
 * @param cancelled whether the execution is to be brought to its end without doing anything more
 */
record Moment(Plan plan, ExecutionState state, boolean cancelled) {

  Rendering rendering() {
    return new Rendering(plan, state);
  }
}
