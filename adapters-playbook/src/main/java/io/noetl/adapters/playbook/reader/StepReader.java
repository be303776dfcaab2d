package io.noetl.adapters.playbook.reader;

import io.noetl.adapters.playbook.reader.yaml.YamlNode;
import io.noetl.adapters.playbook.reader.yaml.YamlNode.Entry;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.StepPolicy;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.value.Value;
import io.noetl.domain.template.Position;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one step of the workflow. */
final class StepReader {

  private final TaskTypes types;
  private final CallReader calls;
  private final LoopReader loops;
  private final NextReader nexts;
  private final NameReader names;
  private final ValueReader values;
  private final PolicyReader policies;
  private final IteratorReader iterators;
  private final Problems problems;

  StepReader(
      TaskTypes types,
      CallReader calls,
      LoopReader loops,
      NextReader nexts,
      NameReader names,
      ValueReader values,
      PolicyReader policies,
      Problems problems) {
    this.policies = policies;
    this.iterators = new IteratorReader(calls, loops, problems);
    this.types = types;
    this.calls = calls;
    this.loops = loops;
    this.nexts = nexts;
    this.names = names;
    this.values = values;
    this.problems = problems;
  }

  /** The step, or nothing when it has no name. */
  Optional<StepDraft> read(YamlNode node) {
    return Section.of(node, "a step", types.keys(Construct.STEP, node), problems).flatMap(this::draft);
  }

  private Optional<StepDraft> draft(Section section) {
    Optional<String> name = name(section);
    Step step = step(section, name.orElse(""));
    checkEnd(section, step.name());
    Entry endLoop = section.entry("end_loop");
    Position endLoopAt = endLoop == null ? null : endLoop.value().position();
    Entry nameEntry = section.entry("step");
    Position nameAt = nameEntry == null ? section.position() : nameEntry.value().position();
    return name.map(found -> new StepDraft(step, nameAt, endLoopAt));
  }

  private Optional<String> name(Section section) {
    Entry entry = section.entry("step");
    if (entry == null) {
      problems.error(section.position(), "a step needs its name: 'step: NAME'");
      return Optional.empty();
    }
    return names.name(entry);
  }

  private Step step(Section section, String name) {
    StepAction action = action(section, name);
    List<NextEntry> next = nexts.read(section.entry("next"));
    String description = values.plainText(section.entry("description"));
    StepPolicy policy = policy(section, action);
    return new Step(name, section.position(), description, action, result(section), next, policy);
  }

  private StepPolicy policy(Section section, StepAction action) {
    Entry type = section.entry("type");
    boolean ownTask =
        type != null && !type.value().value().equals(Value.of(TaskTypes.WORKBOOK)) && !IteratorReader.isWritten(section);
    Entry returned = section.entry("return");
    Entry result = section.has("result") ? section.entry("result") : section.entry("save");
    if (returned != null && result != null) {
      problems.error(returned.position(), "'return' and '" + result.key() + "' both make the step's data; keep one of them");
    }
    boolean calls = action instanceof StepAction.Call || action instanceof StepAction.TaskLoop;
    if (!calls) {
      refuseWithoutTask(section, "retry", "'%s' needs a task to try again: the step has none");
      refuseWithoutTask(section, "return", "'%s' reshapes what a task yields: the step has none; use 'result'");
    }
    return policies.step(section, ownTask);
  }

  private StepAction action(Section section, String name) {
    Entry endLoop = section.entry("end_loop");
    if (endLoop != null) {
      return endLoop(section, endLoop);
    }
    Entry loopEntry = section.entry("loop");
    if (IteratorReader.isWritten(section)) {
      return iterators.read(section, name);
    }
    if (!calls.isWritten(section)) {
      refuseWithoutTask(section, "with", "'%s' needs a task: the step has neither 'call' nor 'type'");
      refuseWithoutTask(section, "name", "'%s' needs 'type: workbook' beside it; a step is named by 'step'");
      return loopEntry == null ? new StepAction.Route() : new StepAction.BodyLoop(loops.read(loopEntry));
    }
    if (loopEntry == null) {
      return new StepAction.Call(calls.read(section, name));
    }
    Loop loop = loops.read(loopEntry);
    return new StepAction.TaskLoop(loop, calls.read(section, name));
  }

  private StepAction endLoop(Section section, Entry endLoop) {
    if (section.has("loop") || calls.isWritten(section)) {
      problems.error(
          endLoop.position(),
          "a step with 'end_loop' has no task and no loop of its own; put them on the step after it");
    }
    refuseWithoutTask(section, "with", "'%s' needs a task: a step with 'end_loop' has none");
    return names.name(endLoop).<StepAction>map(StepAction.EndLoop::new).orElseGet(StepAction.Route::new);
  }

  private void refuseWithoutTask(Section section, String key, String message) {
    Entry entry = section.entry(key);
    if (entry != null) {
      problems.error(entry.position(), String.format(Locale.ROOT, message, entry.key()));
    }
  }

  /** {@code result: {…}} or {@code save: {data: {…}}}. */
  private Fields result(Section section) {
    Entry result = section.entry("result");
    Entry save = section.entry("save");
    if (result != null && save != null) {
      problems.error(save.position(), "'save' and 'result' mean the same; keep one of them");
    }
    if (result != null || save == null) {
      return values.fields(result);
    }
    return Section.of(save.value(), "'save'", Construct.SAVE, problems)
        .map(saved -> values.fields(data(saved)))
        .orElse(Fields.NONE);
  }

  private @Nullable Entry data(Section save) {
    Entry data = save.entry("data");
    if (data == null) {
      problems.error(save.position(), "'save' needs 'data', the map to save");
    }
    return data;
  }

  private void checkEnd(Section section, String name) {
    Entry next = section.entry("next");
    if (name.equals(Step.END) && next != null) {
      problems.error(next.position(), "'end' is where the execution ends; it has no 'next'");
    }
    Entry endLoop = section.entry("end_loop");
    if (endLoop != null && (name.equals(Step.END) || name.equals(Step.START))) {
      problems.error(endLoop.position(), "'" + name + "' cannot be the end of a loop; add a step for it");
    }
  }
}
