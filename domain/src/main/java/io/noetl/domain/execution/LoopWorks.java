package io.noetl.domain.execution;

import io.noetl.domain.playbook.Loop;
import io.noetl.domain.playbook.LoopItems;
import io.noetl.domain.playbook.LoopLimits;
import io.noetl.domain.playbook.Step;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a loop that begins has to do. */
final class LoopWorks {

  private final Plan plan;
  private final Step step;
  private final Loop loop;
  private final Scope scope;
  private final Rendering rendering;

  private LoopWorks(Plan plan, Step step, Scope scope, Rendering rendering) {
    this.plan = plan;
    this.step = step;
    this.loop = Loops.of(step);
    this.scope = scope;
    this.rendering = rendering;
  }

  /** The work of a loop, or null with a failure noted when its settings are wrong. */
  static @Nullable LoopWork of(Plan plan, Step step, Scope scope, Rendering rendering) {
    LoopWork work = new LoopWorks(plan, step, scope, rendering).work();
    return rendering.failure() == null ? work : null;
  }

  private LoopWork work() {
    LoopLimits limits = loop.limits();
    long limit = number(limits.limit(), "limit", 0, Long.MAX_VALUE, Long.MAX_VALUE);
    int concurrency = (int) number(limits.concurrency(), "concurrency", 1, LoopLimits.MAX_CONCURRENCY, 1);
    return switch (loop.items()) {
      case LoopItems.Recorded file -> new LoopWork(null, path(file), limit, concurrency);
      case LoopItems.Listed listed -> known(list(listed), limit, concurrency);
      case LoopItems.Counted counted -> known(count(counted), limit, concurrency);
    };
  }

  /** Items that are sorted or taken in pieces are chosen first; others as the loop comes to them. */
  private LoopWork known(List<Value> items, long limit, int concurrency) {
    Integer chunk = loop.limits().chunk();
    LoopLimits.Order order = loop.limits().orderBy();
    if (chunk == null) {
      List<Value> sorted = order == null ? items : new ItemOrder(loop, order, scope, rendering, plan).sorted(items);
      return new LoopWork(sorted, null, limit, concurrency);
    }
    List<Value> chosen = loop.filter() == null ? items : filtered(items);
    List<Value> sorted = order == null ? chosen : new ItemOrder(loop, order, scope, rendering, plan).sorted(chosen);
    List<Value> first = limit < sorted.size() ? sorted.subList(0, (int) limit) : sorted;
    return new LoopWork(new Chunks(first, chunk), null, Long.MAX_VALUE, concurrency);
  }

  private List<Value> filtered(List<Value> items) {
    List<Value> kept = new ArrayList<>();
    for (Value item : items) {
      if (Loops.keeps(loop, scope.inner().bind(loop.iterator(), item), rendering)) {
        kept.add(item);
      }
    }
    return kept;
  }

  private List<Value> list(LoopItems.Listed listed) {
    Value value = rendering.value(listed.list(), scope);
    if (value instanceof ListValue list) {
      return list.items();
    }
    fail("'in' must be a list, but it is " + Value.kindOf(value) + "; check its template", listed.position());
    return List.of();
  }

  private List<Value> count(LoopItems.Counted counted) {
    long bound = 1L << 60;
    long from = number(counted.from(), "range", -bound, bound, 0);
    long to = number(counted.to(), "range", -bound, bound, 0);
    long by = number(counted.step(), "range", -bound, bound, 1);
    if (by == 0) {
      fail("the step of 'range' cannot be 0", counted.position());
      return List.of();
    }
    if (Counting.count(from, to, by) > Integer.MAX_VALUE) {
      fail("'range' has more than " + Integer.MAX_VALUE + " items", counted.position());
      return List.of();
    }
    return new Counting(from, to, by);
  }

  private String path(LoopItems.Recorded file) {
    Value value = rendering.value(file.path(), scope);
    if (value instanceof TextValue text && !text.value().isBlank()) {
      return text.value();
    }
    fail("'in_file' must be the path of a file, but it is " + Value.kindOf(value), file.position());
    return "";
  }

  private long number(@Nullable ValueTemplate template, String what, long least, long most, long otherwise) {
    if (template == null) {
      return otherwise;
    }
    Value value = rendering.value(template, scope);
    if (value instanceof NullValue && rendering.failure() == null) {
      return otherwise;
    }
    if (value instanceof IntValue number && number.value() >= least && number.value() <= most) {
      return number.value();
    }
    String bounds = most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
    fail("'" + what + "' must be an integer " + bounds + ", but it is " + shown(value), template.position());
    return otherwise;
  }

  private static String shown(Value value) {
    return value instanceof IntValue number ? Long.toString(number.value()) : Value.kindOf(value);
  }

  private void fail(String error, Position position) {
    String told = "loop '" + step.name() + "': " + error;
    rendering.fail(new StepOutcome.Failed(told, plan.at(position), null, false));
  }
}
