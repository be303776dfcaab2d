package io.noetl.domain.execution;

import io.noetl.domain.task.TaskRequest;

/** What is to be done next. */
public sealed interface Command {

  /** The event to record first. */
  EventDraft draft();

  /** Record an event; nothing else is to be done. */
  record RecordEvent(EventDraft draft) implements Command {}

  /** Record the start of a task, then run it, then record its end ({@link Decider#ended}). */
  record RunTask(EventDraft draft, TaskRequest request) implements Command {}
}
