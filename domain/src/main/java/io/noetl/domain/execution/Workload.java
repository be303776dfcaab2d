package io.noetl.domain.execution;

import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renders the workload, once, in order: each key sees those before it, at the top level and under {@code workload}. */
final class Workload {

  private static final String WORKLOAD = "workload";

  private Workload() {}

  static MapValue render(Plan plan, ExecutionState state, Rendering rendering) {
    Map<String, Value> values = new LinkedHashMap<>();
    Scope scope = environment(plan, Scope.outermost());
    for (Map.Entry<String, ValueTemplate> entry : plan.playbook().workload().entries().entrySet()) {
      boolean literal = entry.getValue() instanceof ValueTemplate.Literal;
      Scope seen = literal ? scope : withJob(scope.bind(WORKLOAD, Value.of(values)), state.executionId());
      Value value = rendering.value(entry.getValue(), seen);
      values.put(entry.getKey(), value);
      scope = scope.bind(entry.getKey(), value);
    }
    return Value.of(values);
  }

  /** The scope that every execution begins with. */
  static Scope scope(Plan plan, String executionId, MapValue workload) {
    Scope scope = environment(plan, Scope.outermost()).bindAll(workload);
    return withJob(scope.bind(WORKLOAD, workload), executionId);
  }

  /** The environment is in no event: whoever brings an execution back takes it from where it was taken at first. */
  private static Scope environment(Plan plan, Scope scope) {
    return plan.playbook().confidential().variables().isEmpty() ? scope : scope.bind("env", plan.environment());
  }

  private static Scope withJob(Scope scope, String executionId) {
    Value id = Value.of(executionId);
    Map<String, Value> job = new LinkedHashMap<>();
    job.put("uuid", id);
    job.put("id", id);
    return scope.bind("job", Value.of(job));
  }
}
