package io.noetl.testkit.core;

import io.noetl.domain.template.Problem;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.template.Variable;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Templates that are looked up instead of being parsed: in the table that a test fills, else <code>{{ name }}</code> or
 * <code>{{ a.b }}</code> is the variable of that path, <code>{{ now() }}</code> the context's time, blank text and
 * <code>{{}}</code> empty text, and text without braces itself. Everything else is a mistake of the test.
 */
public final class LiteralTemplates implements TemplateEngine {

  private static final Pattern PATH = Pattern.compile("\\{\\{ ([A-Za-z_][\\w-]*(?:\\.[\\w-]+)*) }}");

  private final Map<String, Entry> table = new HashMap<>();

  /** What a source in the table renders to; {@code error} is set when it fails. */
  private record Entry(Set<String> reads, Function<RenderContext, Value> value, @Nullable String error) {}

  /** Has a template yield a value. */
  public LiteralTemplates yielding(String source, @Nullable Object value) {
    Value yielded = Values.value(value);
    table.put(source, new Entry(Set.of(), context -> yielded, null));
    return this;
  }

  /** Has a template yield what {@code value} makes of its context, of which it reads the given names. */
  public LiteralTemplates computing(String source, Set<String> reads, Function<RenderContext, Value> value) {
    table.put(source, new Entry(Set.copyOf(reads), value, null));
    return this;
  }

  /** Has a template fail. */
  public LiteralTemplates failing(String source, String error) {
    table.put(source, new Entry(Set.of(), context -> Value.NULL, error));
    return this;
  }

  @Override
  public Rendered render(TemplateText template, RenderContext context) {
    String source = template.source();
    Entry entry = table.get(source);
    if (entry != null) {
      String error = entry.error();
      return error == null
          ? new Rendered.Success(entry.value().apply(context), List.of())
          : problem(error, template, context);
    }
    Matcher path = PATH.matcher(source);
    if (path.matches()) {
      return lookUp(path.group(1), template, context);
    }
    if (source.isBlank() || source.equals("{{}}")) {
      return new Rendered.Success(Value.EMPTY_TEXT, List.of());
    }
    if (source.equals("{{ now() }}")) {
      return new Rendered.Success(Value.of(context.now().toString()), List.of());
    }
    if (source.contains("{{") || source.contains("{%")) {
      throw new IllegalArgumentException("the test has no entry for the template " + source);
    }
    return new Rendered.Success(Value.of(source), List.of());
  }

  /** Text as it is; any other value as JSON, which no template language need print. */
  @Override
  public Rendered renderText(TemplateText template, RenderContext context) {
    return switch (render(template, context)) {
      case Rendered.Success(Value value, List<Problem> warnings) when !(value instanceof TextValue) && warnings.isEmpty() ->
          new Rendered.Success(Value.of(JsonWriter.write(value)), warnings);
      case Rendered rendered -> rendered;
    };
  }

  private static Rendered lookUp(String path, TemplateText template, RenderContext context) {
    List<String> names = List.of(path.split("\\."));
    Variable variable = context.variables().lookup(names.getFirst());
    if (variable == null) {
      return problem("'" + names.getFirst() + "' is undefined", template, context);
    }
    if (names.size() == 1) {
      return new Rendered.Success(variable.value(), List.of());
    }
    Value value = attribute(variable, names.get(1));
    for (String name : names.subList(2, names.size())) {
      value = value instanceof MapValue map ? map.entries().get(name) : null;
    }
    return value == null
        ? problem("'" + path + "' is undefined", template, context)
        : new Rendered.Success(value, List.of());
  }

  private static @Nullable Value attribute(Variable variable, String name) {
    Value own = variable.value() instanceof MapValue map ? map.entries().get(name) : null;
    if (own != null || !(variable instanceof Variable.Outcome outcome)) {
      return own;
    }
    return switch (name) {
      case "data", "result" -> outcome.value();
      case "status" -> Value.of(outcome.status());
      case "error" -> Values.value(outcome.error());
      default -> null;
    };
  }

  private static Rendered problem(String message, TemplateText template, RenderContext context) {
    Problem problem = new Problem(message, template.start());
    return context.strict() ? new Rendered.Failure(problem) : new Rendered.Success(Value.NULL, List.of(problem));
  }

  @Override
  public Optional<Problem> syntaxProblem(TemplateText template) {
    return Optional.empty();
  }

  @Override
  public Set<String> variables(TemplateText template) {
    Entry entry = table.get(template.source());
    if (entry != null) {
      return entry.reads();
    }
    Matcher path = PATH.matcher(template.source());
    return path.matches() ? Set.of(path.group(1).split("\\.", 2)[0]) : Set.of();
  }
}
