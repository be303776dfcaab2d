package io.noetl.testkit.core;

import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.LoopItems;
import io.noetl.domain.playbook.LoopLimits;
import io.noetl.domain.playbook.NextEntry;
import io.noetl.domain.playbook.OnError;
import io.noetl.domain.playbook.Retry;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.StepPolicy;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.StepAction;
import io.noetl.domain.playbook.Target;
import io.noetl.domain.playbook.TaskCall;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes down a step. All of it stands in one line of the file. */
public final class StepScript {

  private final String name;
  private final Position position;
  private final List<NextEntry> next = new ArrayList<>();
  private @Nullable TaskCall call;
  private @Nullable Loop loop;
  private @Nullable String endLoop;
  private Map<String, @Nullable Object> result = Map.of();
  private @Nullable ValueTemplate pass;
  private @Nullable ValueTemplate returned;
  private @Nullable Retry retry;
  private @Nullable Duration timeout;
  private @Nullable OnError onError;

  StepScript(String name, Position position) {
    this.name = name;
    this.position = position;
  }

  /** Calls a task of the workbook with names and values in turn. */
  public StepScript calls(String task, @Nullable Object... with) {
    call = new TaskCall.Named(task, Values.fields(Values.pairs(with), position), position);
    return this;
  }

  /** Runs a task written on the step itself. */
  public StepScript runs(UnaryOperator<TaskScript> task, @Nullable Object... with) {
    call =
        new TaskCall.Inline(
            task.apply(new TaskScript()).task(name, position), Values.fields(Values.pairs(with), position));
    return this;
  }

  /** Loops over {@code in}: the body is what follows, or the task if there is one. */
  public StepScript loop(Object in, String iterator) {
    loop = new Loop(Values.template(in, position), iterator, null, Loop.OnItemError.FINISH, position);
    return this;
  }

  /** Loops over the integers of a range. */
  public StepScript counting(Object from, Object to, Object by, String iterator) {
    loop(List.of(), iterator);
    ValueTemplate first = Values.template(from, position);
    ValueTemplate last = Values.template(to, position);
    return loop(new LoopItems.Counted(first, last, Values.template(by, position), position));
  }

  /** Loops over the records of a file. */
  public StepScript reading(Object path, String iterator) {
    loop(List.of(), iterator);
    return loop(new LoopItems.Recorded(Values.template(path, position), null, position));
  }

  private StepScript loop(LoopItems items) {
    Loop of = written();
    loop = new Loop(items, of.iterator(), of.filter(), of.onItemError(), of.limits(), position);
    return this;
  }

  public StepScript filter(String template) {
    Loop of = written();
    TemplateText filter = new TemplateText(template, position, 1);
    loop = new Loop(of.items(), of.iterator(), filter, of.onItemError(), of.limits(), position);
    return this;
  }

  public StepScript onItemError(Loop.OnItemError policy) {
    Loop of = written();
    loop = new Loop(of.items(), of.iterator(), of.filter(), policy, of.limits(), position);
    return this;
  }

  /** How many iterations run at a time. */
  public StepScript concurrency(Object template) {
    LoopLimits of = written().limits();
    ValueTemplate value = Values.template(template, position);
    return limits(new LoopLimits(value, of.limit(), of.orderBy(), of.chunk(), of.maxFailures()));
  }

  /** How many items are processed at most. */
  public StepScript limit(Object template) {
    LoopLimits of = written().limits();
    ValueTemplate value = Values.template(template, position);
    return limits(new LoopLimits(of.concurrency(), value, of.orderBy(), of.chunk(), of.maxFailures()));
  }

  public StepScript orderBy(String key, boolean descending) {
    LoopLimits of = written().limits();
    LoopLimits.Order order = new LoopLimits.Order(new TemplateText(key, position, 1), descending);
    return limits(new LoopLimits(of.concurrency(), of.limit(), order, of.chunk(), of.maxFailures()));
  }

  public StepScript chunk(int length) {
    LoopLimits of = written().limits();
    return limits(new LoopLimits(of.concurrency(), of.limit(), of.orderBy(), length, of.maxFailures()));
  }

  public StepScript maxFailures(long count) {
    LoopLimits of = written().limits();
    return limits(new LoopLimits(of.concurrency(), of.limit(), of.orderBy(), of.chunk(), count));
  }

  private StepScript limits(LoopLimits limits) {
    Loop of = written();
    loop = new Loop(of.items(), of.iterator(), of.filter(), of.onItemError(), limits, position);
    return this;
  }

  private Loop written() {
    if (loop == null) {
      throw new IllegalStateException("write the loop of step '" + name + "' first");
    }
    return loop;
  }

  public StepScript endLoop(String loopStep) {
    endLoop = loopStep;
    return this;
  }

  /** Names and templates in turn. */
  public StepScript result(@Nullable Object... namesAndTemplates) {
    result = Values.pairs(namesAndTemplates);
    return this;
  }

  /** A plain entry of {@code next}. */
  public StepScript to(String step, @Nullable Object... with) {
    next.add(new NextEntry.Always(Goal.goal(step, with).at(position)));
    return this;
  }

  public StepScript when(String condition, List<Goal> then) {
    return when(condition, then, List.of());
  }

  /** An entry with its own else. */
  public StepScript when(String condition, List<Goal> then, List<Goal> otherwise) {
    next.add(new NextEntry.When(new TemplateText(condition, position, 1), targets(then), targets(otherwise)));
    return this;
  }

  /** A stand-alone else. */
  public StepScript otherwise(List<Goal> goals) {
    next.add(new NextEntry.Otherwise(targets(goals)));
    return this;
  }

  private List<Target> targets(List<Goal> goals) {
    return goals.stream().map(goal -> goal.at(position)).toList();
  }

  /** Skips the step when true. */
  public StepScript pass(Object template) {
    pass = Values.template(template, position);
    return this;
  }

  /** Becomes the step's data. */
  public StepScript returning(Object template) {
    returned = Values.template(template, position);
    return this;
  }

  public StepScript retry(Retry policy) {
    retry = policy;
    return this;
  }

  public StepScript timeout(Duration limit) {
    timeout = limit;
    return this;
  }

  public StepScript goesOnAfterErrors() {
    onError = new OnError.Continue();
    return this;
  }

  /** Goes on with another step after an error. */
  public StepScript onError(String step, @Nullable Object... with) {
    onError = new OnError.GoTo(Goal.goal(step, with).at(position));
    return this;
  }

  Step step() {
    StepPolicy policy = new StepPolicy(pass, returned, retry, timeout, onError);
    return new Step(name, position, "", action(), Values.fields(result, position), next, policy);
  }

  private StepAction action() {
    if (endLoop != null) {
      return new StepAction.EndLoop(endLoop);
    }
    if (loop != null) {
      return call == null ? new StepAction.BodyLoop(loop) : new StepAction.TaskLoop(loop, call);
    }
    return call == null ? new StepAction.Route() : new StepAction.Call(call);
  }
}
