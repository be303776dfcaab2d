package io.noetl.domain.execution;

import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Problem;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders the templates of one decision, at the time of the last event, and collects their warnings and the first
 * failure. After a failure everything renders to null; whoever decides looks at {@link #failure()} at the end.
 */
final class Rendering {

  private final Plan plan;
  private final ExecutionState state;
  private final List<Value> warnings = new ArrayList<>();
  private StepOutcome.@Nullable Failed failure;

  Rendering(Plan plan, ExecutionState state) {
    this.plan = plan;
    this.state = state;
  }

  StepOutcome.@Nullable Failed failure() {
    return failure;
  }

  /** Fails the decision for a reason outside its own templates; null is no reason. */
  void fail(StepOutcome.@Nullable Failed reason) {
    if (failure == null) {
      failure = reason;
    }
  }

  Value value(ValueTemplate template, Scope scope) {
    return switch (template) {
      case ValueTemplate.Literal literal -> literal.value();
      case ValueTemplate.Text text -> text(text.text(), scope);
      case ValueTemplate.Items items -> {
        List<Value> values = new ArrayList<>(items.items().size());
        items.items().forEach(item -> values.add(value(item, scope)));
        yield Value.of(values);
      }
      case ValueTemplate.Fields fields -> fields(fields, scope);
    };
  }

  /** Renders all fields in the same scope: none sees another. */
  MapValue fields(Fields fields, Scope scope) {
    if (fields.entries().isEmpty()) {
      return Value.EMPTY_MAP;
    }
    Map<String, Value> values = new LinkedHashMap<>();
    fields.entries().forEach((key, template) -> values.put(key, value(template, scope)));
    return Value.of(values);
  }

  Value text(TemplateText template, Scope scope) {
    if (failure != null) {
      return Value.NULL;
    }
    RenderContext context = new RenderContext(scope, state.time(), seed(), plan.strict());
    return switch (plan.templates().render(template, context)) {
      case Rendered.Success success -> {
        success.warnings().forEach(this::warn);
        yield success.value();
      }
      case Rendered.Failure failed -> {
        Problem problem = failed.problem();
        fail(new StepOutcome.Failed(problem.message(), plan.at(problem.position()), null, false));
        yield Value.NULL;
      }
    };
  }

  /** Notes for the event's metadata: the given ones, the warnings, and the failure if there is one. */
  MapValue notes(Map<String, Value> notes) {
    if (warnings.isEmpty() && failure == null) {
      return Value.of(notes);
    }
    Map<String, Value> all = new LinkedHashMap<>(notes);
    if (!warnings.isEmpty()) {
      all.put(Notes.WARNINGS, Value.of(List.copyOf(warnings)));
    }
    if (failure != null) {
      all.put(Notes.FAILURE, Notes.failure(failure));
    }
    return Value.of(all);
  }

  /** The warnings alone, for the metadata of an event that records the failure in its own columns. */
  Map<String, Value> warningNotes() {
    return warnings.isEmpty() ? Map.of() : Map.of(Notes.WARNINGS, Value.of(List.copyOf(warnings)));
  }

  private void warn(Problem problem) {
    warnings.add(Value.of(plan.at(problem.position()) + ": " + problem.message()));
  }

  /**
   * A number from 0 (inclusive) to 1 (exclusive): the same whenever the same decision is taken. The mixing is that of
   * SplitMix64 (Steele, Lea and Flood, 2014).
   */
  double random() {
    long mixed = (seed() ^ (seed() >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1p-53;
  }

  private long seed() {
    return state.executionId().hashCode() * 0x9E3779B97F4A7C15L + state.sequence();
  }
}
