package io.noetl.adapters.playbook.reader;

import static java.util.stream.Collectors.joining;

import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.LoopItems;
import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.util.List;

/**
 * A playbook as text, a line a step and a task, for tests to compare: templates in <code>`…`</code>, literals as JSON, and,
 * where asked for, {@code @line:column} after everything that has a position.
 */
record Outline(boolean positions) {

  String of(Playbook playbook) {
    StringBuilder out = new StringBuilder("workload " + value(playbook.workload()) + "\n");
    playbook.steps().values().forEach(step -> out.append(step(step)).append('\n'));
    playbook.tasks().forEach((name, task) -> out.append("task ").append(task(task)).append('\n'));
    return out.toString();
  }

  private String step(Step step) {
    String result = step.result().entries().isEmpty() ? "" : " result " + value(step.result());
    String next = step.next().isEmpty() ? "" : " next " + step.next().stream().map(this::next).collect(joining("; "));
    return "step " + step.name() + at(step.position()) + " " + action(step.action()) + result + next;
  }

  private String action(StepAction action) {
    return switch (action) {
      case StepAction.Route r -> "route";
      case StepAction.Call call -> call(call.call());
      case StepAction.BodyLoop loop -> loop(loop.loop());
      case StepAction.TaskLoop loop -> loop(loop.loop()) + " " + call(loop.call());
      case StepAction.EndLoop end -> "ends " + end.loopStep();
    };
  }

  private String loop(Loop loop) {
    TemplateText filter = loop.filter();
    return "loop" + at(loop.position()) + " " + loop.iterator() + " in " + items(loop.items())
        + (filter == null ? "" : " filter " + text(filter)) + " " + loop.onItemError();
  }

  private String items(LoopItems items) {
    return switch (items) {
      case LoopItems.Listed listed -> value(listed.list());
      case LoopItems.Counted counted ->
          "range " + value(counted.from()) + " " + value(counted.to()) + " " + value(counted.step());
      case LoopItems.Recorded file -> "file " + value(file.path()) + " " + file.format();
    };
  }

  private String call(TaskCall call) {
    return switch (call) {
      case TaskCall.Named named -> "calls " + named.task() + at(named.position()) + " with " + value(named.with());
      case TaskCall.Inline inline -> "runs " + task(inline.task()) + " called with " + value(inline.with());
    };
  }

  private String task(Task task) {
    return task.name() + at(task.position()) + " " + task.type() + " " + value(task.settings()) + " with " + value(task.with());
  }

  private String next(NextEntry entry) {
    return switch (entry) {
      case NextEntry.Always always -> target(always.target());
      case NextEntry.When when ->
          "when " + text(when.condition()) + " " + targets(when.then())
              + (when.otherwise().isEmpty() ? "" : " else " + targets(when.otherwise()));
      case NextEntry.Otherwise otherwise -> "else " + targets(otherwise.targets());
    };
  }

  private String targets(List<Target> targets) {
    return targets.stream().map(this::target).collect(joining(", ", "[", "]"));
  }

  private String target(Target target) {
    return target.step() + at(target.position()) + (target.with().entries().isEmpty() ? "" : " with " + value(target.with()));
  }

  private String value(ValueTemplate value) {
    return switch (value) {
      case ValueTemplate.Literal literal -> JsonWriter.write(literal.value()) + at(literal.position());
      case ValueTemplate.Text text -> text(text.text());
      case ValueTemplate.Items items ->
          items.items().stream().map(this::value).collect(joining(", ", "[", "]")) + at(items.position());
      case ValueTemplate.Fields fields ->
          fields.entries().entrySet().stream()
                  .map(entry -> entry.getKey() + ": " + value(entry.getValue()))
                  .collect(joining(", ", "{", "}"))
              + (fields.entries().isEmpty() ? "" : at(fields.position()));
    };
  }

  private String text(TemplateText text) {
    String shown = JsonWriter.write(Value.of(text.source()));
    return "`" + shown.substring(1, shown.length() - 1) + "`" + at(text.start());
  }

  private String at(Position position) {
    return positions ? "@" + position : "";
  }
}
