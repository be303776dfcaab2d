package io.noetl.benchmarks;

import com.sun.management.ThreadMXBean;
import io.noetl.adapters.playbook.template.JinjaTemplateEngine;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.template.Variable;
import io.noetl.domain.template.Variables;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One of the benchmark's templates with its context, rendered and parsed by our engine. */
final class TypicalTemplate {

  private final String name;
  private final TemplateText template;
  private final RenderContext context;
  private final TemplateEngine engine;

  private TypicalTemplate(String name, String source, MapValue context, TemplateEngine engine) {
    this.name = name;
    this.template = TemplateText.of(source);
    Map<String, Variable> variables = new HashMap<>();
    context.entries().forEach((key, value) -> variables.put(key, new Variable.Plain(value)));
    this.context = new RenderContext(Variables.of(variables), Instant.EPOCH, 1, false);
    this.engine = engine;
  }

  /** From a map with {@code name}, {@code template} and {@code context}. */
  static TypicalTemplate of(Value described, TemplateEngine engine) {
    if (described instanceof MapValue map
        && map.entries().get("name") instanceof TextValue name
        && map.entries().get("template") instanceof TextValue source
        && map.entries().get("context") instanceof MapValue context) {
      return new TypicalTemplate(name.value(), source.value(), context, engine);
    }
    throw new IllegalArgumentException("a template has 'name', 'template' and 'context', found " + described);
  }

  String name() {
    return name;
  }

  /** What it renders to; it must do so without a warning. */
  Value rendered() {
    if (engine.render(template, context) instanceof Rendered.Success success && success.warnings().isEmpty()) {
      return success.value();
    }
    throw new IllegalStateException(name + " does not render: " + engine.render(template, context));
  }

  /** Seconds that renders of the parsed template take. */
  double render(int count) {
    long start = System.nanoTime();
    int successes = 0;
    for (int i = 0; i < count; i++) {
      successes += engine.render(template, context) instanceof Rendered.Success ? 1 : 0;
    }
    return seconds(start, successes, count);
  }

  /** Seconds that parsing takes, each time by an engine that has seen no template yet. */
  double parse(int count) {
    long start = System.nanoTime();
    int successes = 0;
    for (int i = 0; i < count; i++) {
      successes += new JinjaTemplateEngine().syntaxProblem(template).isEmpty() ? 1 : 0;
    }
    return seconds(start, successes, count);
  }

  private double seconds(long start, int successes, int count) {
    double seconds = (System.nanoTime() - start) / 1e9;
    if (successes != count) {
      throw new IllegalStateException(name + " failed");
    }
    return seconds;
  }

  /** Heap bytes that one render allocates. */
  long bytesAllocated(int count) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    render(count);
    return (threads.getCurrentThreadAllocatedBytes() - before) / count;
  }
}
