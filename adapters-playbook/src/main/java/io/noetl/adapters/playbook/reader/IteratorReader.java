package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Mapping;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.value.Value;

/**
 * Reads a step of {@code type: iterator}: the keys of a loop stand on the step itself, and its task under {@code task} (a
 * name of the workbook, or a map that is a call) or {@code call}. Without a task, {@code next} leads to the loop's body.
 */
final class IteratorReader {

  private final CallReader calls;
  private final LoopReader loops;
  private final Problems problems;

  IteratorReader(CallReader calls, LoopReader loops, Problems problems) {
    this.calls = calls;
    this.loops = loops;
    this.problems = problems;
  }

  static boolean isWritten(Section step) {
    Entry type = step.entry("type");
    return type != null && type.value().value().equals(Value.of(TaskTypes.ITERATOR));
  }

  StepAction read(Section step, String name) {
    Entry nested = step.entry("loop");
    if (nested != null) {
      problems.error(
          nested.position(), "'loop' and 'type: iterator' are two ways to write the same; keep one of them");
    }
    Loop loop = loops.onStep(step);
    Entry task = step.entry("task");
    Entry call = step.entry("call");
    if (task != null && call != null) {
      problems.error(call.position(), "'call' and 'task' both name the iterator's task; keep one of them");
    }
    Entry called = task != null ? task : call;
    if (called == null) {
      return new StepAction.BodyLoop(loop);
    }
    TaskCall read =
        called.value() instanceof Mapping || called.equals(call)
            ? calls.under(called, step, name)
            : calls.named(called, step, name);
    return new StepAction.TaskLoop(loop, read);
  }
}
