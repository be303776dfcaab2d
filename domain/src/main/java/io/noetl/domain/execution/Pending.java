package io.noetl.domain.execution;

import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.playbook.ValueTemplate.Literal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step that waits for its turn.
 *
 * @param fromStep the step it is reached from
 * @param fromNode the node it is reached from
 * @param toStep the step to enter
 * @param with the values it is entered with, unrendered
 * @param condition the condition that was true, where there was one
 * @param failure why its values are not to be had, when they came from branches that joined
 * @param joined whether the branches that lead to it have come together: it is to be entered
 */
record Pending(
    String fromStep,
    String fromNode,
    String toStep,
    Fields with,
    @Nullable String condition,
    StepOutcome.@Nullable Failed failure,
    boolean joined) {

  static Pending of(String fromStep, String fromNode, Route route) {
    return new Pending(fromStep, fromNode, route.target().step(), route.target().with(), route.condition(), null, false);
  }

  /** The first step of an execution, which is reached from nowhere. */
  static Pending start() {
    return new Pending("", "", Step.START, Fields.NONE, null, null, false);
  }

  /** The way from a loop that has ended to its {@code end_loop} step, with the values its branches arrived with. */
  static Pending loopEnd(StepVisit loop, LoopFrame frame, Step end) {
    Map<String, ValueTemplate> with = new LinkedHashMap<>();
    frame.arrivals().asMap().entries().forEach((name, value) -> with.put(name, new Literal(value, end.position())));
    Fields fields = new Fields(with, end.position());
    return new Pending(loop.step().name(), loop.node().id(), end.name(), fields, null, frame.arrivals().failed(), true);
  }
}
