package io.noetl.domain.execution;

import io.noetl.domain.event.Node;
import io.noetl.domain.playbook.Step;
import java.time.Instant;

/**
 * A step being run, or one item of a loop with a task.
 *
 * @param node the step's node, or the iteration's
 * @param startSequence the sequence of its start event
 * @param item whether it is an item of a loop rather than a step of its own
 */
record StepVisit(Step step, Node node, long startSequence, Instant startedAt, boolean item) {}
