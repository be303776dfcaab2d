package io.noetl.adapters.playbook.reader;

import io.noetl.domain.playbook.ExecutionPolicy;
import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.LoopItems;
import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.Retry;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.StepPolicy;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.playbook.TaskPolicy;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.TemplateText;
import org.jspecify.annotations.Nullable;

/** Walks over every template of a playbook. */
abstract class TemplateWalk {

  /** A template. */
  abstract void template(TemplateText text);

  /** A template that decides about another attempt, and sees what is known of the last one. */
  abstract void retryCondition(TemplateText text);

  final void task(Task task) {
    value(task.settings());
    value(task.with());
    TaskPolicy policy = task.policy();
    optional(policy.returned());
    retry(policy.retry());
  }

  final void step(Step step) {
    value(step.result());
    step.next().forEach(this::next);
    ReferenceCheck.targets(step).forEach(this::target);
    policy(step.policy());
    switch (step.action()) {
      case StepAction.Call call -> call(call.call());
      case StepAction.BodyLoop loop -> loop(loop.loop());
      case StepAction.TaskLoop loop -> {
        loop(loop.loop());
        call(loop.call());
      }
      case StepAction.Route route -> {}
      case StepAction.EndLoop end -> {}
    }
  }

  final void execution(ExecutionPolicy policy) {
    policy.finalSteps().forEach(this::target);
  }

  private void policy(StepPolicy policy) {
    optional(policy.pass());
    optional(policy.returned());
    retry(policy.retry());
  }

  private void retry(@Nullable Retry retry) {
    if (retry != null && retry.when() != null) {
      retryCondition(retry.when());
    }
    if (retry != null && retry.stopWhen() != null) {
      retryCondition(retry.stopWhen());
    }
  }

  private void call(TaskCall call) {
    value(call.with());
    switch (call) {
      case TaskCall.Named named -> {}
      case TaskCall.Inline inline -> task(inline.task());
    }
  }

  private void loop(Loop loop) {
    switch (loop.items()) {
      case LoopItems.Listed listed -> value(listed.list());
      case LoopItems.Counted counted -> {
        value(counted.from());
        value(counted.to());
        value(counted.step());
      }
      case LoopItems.Recorded file -> value(file.path());
    }
    if (loop.filter() != null) {
      template(loop.filter());
    }
    optional(loop.limits().concurrency());
    optional(loop.limits().limit());
    if (loop.limits().orderBy() != null) {
      template(loop.limits().orderBy().key());
    }
  }

  private void next(NextEntry entry) {
    if (entry instanceof NextEntry.When when) {
      template(when.condition());
    }
  }

  private void target(Target target) {
    value(target.with());
  }

  private void optional(@Nullable ValueTemplate value) {
    if (value != null) {
      value(value);
    }
  }

  final void value(ValueTemplate value) {
    switch (value) {
      case ValueTemplate.Literal literal -> {}
      case ValueTemplate.Text text -> template(text.text());
      case ValueTemplate.Items items -> items.items().forEach(this::value);
      case ValueTemplate.Fields fields -> fields.entries().values().forEach(this::value);
    }
  }
}
