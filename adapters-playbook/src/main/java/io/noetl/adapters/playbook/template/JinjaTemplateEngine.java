package io.noetl.adapters.playbook.template;

import io.noetl.adapters.playbook.template.evaluation.TemplateRun;
import io.noetl.adapters.playbook.template.function.Filters;
import io.noetl.adapters.playbook.template.function.Globals;
import io.noetl.adapters.playbook.template.syntax.ParsedTemplate;
import io.noetl.adapters.playbook.template.syntax.Source;
import io.noetl.adapters.playbook.template.syntax.SyntaxException;
import io.noetl.adapters.playbook.template.syntax.TemplateParser;
import io.noetl.adapters.playbook.template.syntax.Vocabulary;
import io.noetl.adapters.playbook.template.syntax.WhiteSpace;
import io.noetl.adapters.playbook.template.value.EvaluationException;
import io.noetl.adapters.playbook.template.value.Limits;
import io.noetl.adapters.playbook.template.value.Rendering;
import io.noetl.domain.template.Problem;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateEngine;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Jinja2 3.1 as a pure function, without include, import and extends. Parsed templates are kept by their text, so that a
 * template is parsed once however often it is rendered. Safe for use by several threads.
 */
public final class JinjaTemplateEngine implements TemplateEngine {

  /** How many characters the texts of the parsed templates that are kept have in all, a short one counted as so many. */
  private static final long MAX_PARSED = 4_000_000;

  private static final int SHORTEST = 400;

  private static final Vocabulary VOCABULARY = Filters.vocabulary();

  private final Limits limits;
  private final Map<String, Parsing> parsed = new ConcurrentHashMap<>();
  private final AtomicLong parsedCharacters = new AtomicLong();

  /** What came of parsing a text. */
  private sealed interface Parsing {

    record Parsed(ParsedTemplate template) implements Parsing {}

    record Refused(SyntaxException problem) implements Parsing {}
  }

  public JinjaTemplateEngine() {
    this(Limits.DEFAULT);
  }

  public JinjaTemplateEngine(Limits limits) {
    this.limits = limits;
  }

  /** The names that are defined everywhere: the global functions. */
  public static Set<String> globals() {
    return Globals.names();
  }

  /** How a parsed template is run. */
  @FunctionalInterface
  private interface Run {

    Value of(ParsedTemplate template, Rendering rendering);
  }

  @Override
  public Rendered render(TemplateText template, RenderContext context) {
    return render(template, context, TemplateRun::run);
  }

  @Override
  public Rendered renderText(TemplateText template, RenderContext context) {
    return render(template, context, TemplateRun::text);
  }

  private Rendered render(TemplateText template, RenderContext context, Run run) {
    if (template.source().indexOf('{') < 0) {
      return new Rendered.Success(constant(template.source()), List.of());
    }
    return switch (parsing(template.source())) {
      case Parsing.Parsed found -> rendered(found.template(), template, context, run);
      case Parsing.Refused refused -> failed(problem(refused, template), List.of(), context);
    };
  }

  private static Value constant(String source) {
    String text = Source.normalised(source);
    return text.isBlank() ? Value.EMPTY_TEXT : Value.of(text);
  }

  private Rendered rendered(
      ParsedTemplate parsedTemplate, TemplateText template, RenderContext context, Run run) {
    Rendering rendering = new Rendering(limits, context, parsedTemplate.mutates());
    try {
      Value value = run.of(parsedTemplate, rendering);
      return new Rendered.Success(value, warnings(rendering, template));
    } catch (EvaluationException failure) {
      int at = failure.at() < 0 ? rendering.at() : failure.at();
      Problem problem = problem(failure.text(), at, template);
      return failed(problem, warnings(rendering, template), context);
    } catch (StackOverflowError tooDeep) {
      Problem problem = problem("the template nests too deeply", rendering.at(), template);
      return failed(problem, warnings(rendering, template), context);
    }
  }

  private static Rendered failed(Problem problem, List<Problem> warnings, RenderContext context) {
    if (context.strict()) {
      return new Rendered.Failure(problem);
    }
    List<Problem> all = new ArrayList<>(warnings);
    all.add(problem);
    return new Rendered.Success(Value.NULL, all);
  }

  private static List<Problem> warnings(Rendering rendering, TemplateText template) {
    if (rendering.warnings().isEmpty()) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    for (Rendering.Warning warning : rendering.warnings()) {
      problems.add(problem(warning.message(), warning.at(), template));
    }
    return problems;
  }

  private static Problem problem(Parsing.Refused refused, TemplateText template) {
    return problem(refused.problem().text(), refused.problem().at(), template);
  }

  /** A problem at an offset of the normalised source. */
  private static Problem problem(String message, int at, TemplateText template) {
    return new Problem(message, template.inFile(Source.offset(template.source(), at)));
  }

  @Override
  public Optional<Problem> syntaxProblem(TemplateText template) {
    return template.source().indexOf('{') >= 0 && parsing(template.source()) instanceof Parsing.Refused refused
        ? Optional.of(problem(refused, template))
        : Optional.empty();
  }

  @Override
  public Set<String> variables(TemplateText template) {
    return template.source().indexOf('{') >= 0 && parsing(template.source()) instanceof Parsing.Parsed found
        ? found.template().variables()
        : Set.of();
  }

  private Parsing parsing(String text) {
    Parsing known = parsed.get(text);
    if (known != null) {
      return known;
    }
    int length = Math.max(SHORTEST, text.length());
    if (parsedCharacters.addAndGet(length) > MAX_PARSED) {
      parsed.clear();
      parsedCharacters.set(length);
    }
    Parsing fresh = parse(text);
    parsed.put(text, fresh);
    return fresh;
  }

  private static Parsing parse(String text) {
    String source = Source.normalised(text);
    if (isEmptyPrint(source)) {
      return new Parsing.Parsed(new ParsedTemplate(source, List.of(), null, Set.of(), false, false));
    }
    try {
      return new Parsing.Parsed(TemplateParser.parse(source, VOCABULARY));
    } catch (SyntaxException problem) {
      return new Parsing.Refused(problem);
    }
  }

  /** {@code {{}}} alone, with or without white space, is empty text. */
  private static boolean isEmptyPrint(String source) {
    String text = WhiteSpace.stripped(source);
    return text.startsWith("{{") && text.endsWith("}}") && text.length() >= 4
        && WhiteSpace.stripped(text.substring(2, text.length() - 2)).isEmpty();
  }
}
