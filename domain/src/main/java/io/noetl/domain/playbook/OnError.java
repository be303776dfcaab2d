package io.noetl.domain.playbook;

/** What a failed step does to the scope it runs in. */
public sealed interface OnError {

  /** The scope fails with it: the execution ends, or the loop item. */
  record Fail() implements OnError {}

  /** The failure is accepted: execution goes on from the step's {@code next}. */
  record Continue() implements OnError {}

  /** The failure is accepted: execution goes on with another step. */
  record GoTo(Target target) implements OnError {}
}
