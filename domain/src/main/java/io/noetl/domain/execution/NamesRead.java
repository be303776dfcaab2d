package io.noetl.domain.execution;

import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.LoopItems;
import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Retry;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.StepPolicy;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.template.TemplateText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects the names that the templates and tasks of a playbook may look up. */
record NamesRead(TemplateEngine templates, Set<String> names) {

  NamesRead(TemplateEngine templates) {
    this(templates, new HashSet<>());
  }

  Set<String> of(Playbook playbook) {
    add(playbook.workload());
    playbook.tasks().values().forEach(this::add);
    playbook.steps().values().forEach(this::add);
    addTargets(playbook.policy().finalSteps());
    return names;
  }

  private void add(Step step) {
    add(step.result());
    step.next().forEach(this::add);
    addPolicy(step.policy());
    switch (step.action()) {
      case StepAction.Call call -> add(call.call());
      case StepAction.BodyLoop loop -> add(loop.loop());
      case StepAction.TaskLoop loop -> {
        add(loop.loop());
        add(loop.call());
      }
      case StepAction.Route route -> {}
      case StepAction.EndLoop end -> {}
    }
  }

  private void addPolicy(StepPolicy policy) {
    addOptional(policy.pass());
    addOptional(policy.returned());
    addRetry(policy.retry());
    if (policy.onError() instanceof OnError.GoTo target) {
      add(target.target().with());
    }
  }

  private void addRetry(@Nullable Retry retry) {
    if (retry != null && retry.when() != null) {
      add(retry.when());
    }
    if (retry != null && retry.stopWhen() != null) {
      add(retry.stopWhen());
    }
  }

  private void addOptional(@Nullable ValueTemplate value) {
    if (value != null) {
      add(value);
    }
  }

  private void add(Loop loop) {
    switch (loop.items()) {
      case LoopItems.Listed listed -> add(listed.list());
      case LoopItems.Counted counted -> {
        add(counted.from());
        add(counted.to());
        add(counted.step());
      }
      case LoopItems.Recorded file -> add(file.path());
    }
    if (loop.filter() != null) {
      add(loop.filter());
    }
    addOptional(loop.limits().concurrency());
    addOptional(loop.limits().limit());
    if (loop.limits().orderBy() != null) {
      add(loop.limits().orderBy().key());
    }
  }

  private void add(TaskCall call) {
    add(call.with());
    if (call instanceof TaskCall.Inline inline) {
      add(inline.task());
    }
  }

  private void add(Task task) {
    add(task.settings());
    add(task.with());
    addOptional(task.policy().returned());
    addRetry(task.policy().retry());
    if (task.parameters() instanceof Parameters.Named named) {
      named.parameters().forEach(parameter -> names.add(parameter.name()));
    }
  }

  private void add(NextEntry entry) {
    switch (entry) {
      case NextEntry.Always always -> add(always.target().with());
      case NextEntry.When when -> {
        add(when.condition());
        addTargets(when.then());
        addTargets(when.otherwise());
      }
      case NextEntry.Otherwise otherwise -> addTargets(otherwise.targets());
    }
  }

  private void addTargets(List<Target> targets) {
    targets.forEach(target -> add(target.with()));
  }

  private void add(ValueTemplate value) {
    switch (value) {
      case ValueTemplate.Literal literal -> {}
      case ValueTemplate.Text text -> add(text.text());
      case ValueTemplate.Items items -> items.items().forEach(this::add);
      case ValueTemplate.Fields fields -> fields.entries().values().forEach(this::add);
    }
  }

  private void add(TemplateText text) {
    names.addAll(templates.variables(text));
  }
}

