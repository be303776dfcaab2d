package io.noetl.benchmarks;

import io.noetl.adapters.playbook.template.JinjaTemplateEngine;
import io.noetl.domain.template.RenderContext;
import io.noetl.domain.template.Rendered;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.template.Variable;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.IntValue;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.TextValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders templates that would run for ever, fill the memory or reach out of the engine: each must end in an error with a
 * position within a second. Every template has a fresh engine and a thread with a stack of 512 KiB. Run it with -Xmx64m.
 *
 * <p>Argument: the file of the templates, {@code adapters-playbook/src/test/resources/templates/hostile.json}.
 */
public final class HostileTemplates {

  private static final double MAX_MILLISECONDS = 1_000;
  private static final int ATTEMPTS = 3;
  private static final int STACK_BYTES = 512 << 10;

  /** What the engine says when it ran out of stack in spite of its limits. */
  private static final String STACK_OVERFLOW = "the template nests too deeply";

  private HostileTemplates() {}

  /** What came of one template: the trouble is null when it ended as it must. */
  private record Outcome(String shown, double milliseconds, @Nullable String trouble) {}

  /** Prints a line per template and one JSON line; ends with status 1 when a template did not end as it must. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<Value> templates = ((ListValue) JsonReader.read(Files.readString(Path.of(arguments[0])))).items();
    for (int round = 0; round < 20; round++) {
      render("{% for i in range(100) %}{{ i ~ 'a' | upper }}{{ 'a' | regex_search('[b]') }}{% endfor %}{{ 1 / 0 }}");
    }
    int failed = 0;
    double slowest = 0;
    for (Value template : templates) {
      MapValue entry = (MapValue) template;
      Outcome outcome = best(source(entry.valueOf("template")));
      slowest = Math.max(slowest, outcome.milliseconds());
      failed += outcome.trouble() == null ? 0 : 1;
      System.out.printf(Locale.ROOT, "%7.1f ms  %s%n            %s%n", outcome.milliseconds(), text(entry.valueOf("name")),
          outcome.trouble() == null ? outcome.shown() : "FAILED, " + outcome.trouble() + ": " + outcome.shown());
    }
    System.out.printf(Locale.ROOT, "{\"templates\": %d, \"failed\": %d, \"slowest_ms\": %.1f, \"max_heap_mb\": %d}%n",
        templates.size(), failed, slowest, Runtime.getRuntime().maxMemory() >> 20);
    System.exit(failed == 0 ? 0 : 1);
  }

  /** The outcome of the first attempt, unless it was slow: then the fastest of three, as the machine may be busy. */
  private static Outcome best(String source) throws InterruptedException {
    Outcome best = outcome(source);
    for (int attempt = 1; attempt < ATTEMPTS && best.milliseconds() > MAX_MILLISECONDS; attempt++) {
      Outcome next = outcome(source);
      best = next.milliseconds() < best.milliseconds() ? next : best;
    }
    return best;
  }

  private static Outcome outcome(String source) throws InterruptedException {
    Outcome[] outcome = new Outcome[1];
    Thread thread = new Thread(null, () -> outcome[0] = timed(source), "hostile", STACK_BYTES);
    thread.start();
    thread.join();
    return outcome[0];
  }

  private static Outcome timed(String source) {
    long start = System.nanoTime();
    try {
      Rendered rendered = render(source);
      double milliseconds = (System.nanoTime() - start) / 1e6;
      return switch (rendered) {
        case Rendered.Success success -> new Outcome("", milliseconds, "it rendered");
        case Rendered.Failure failure -> {
          String message = failure.problem().message();
          yield new Outcome(failure.problem().position() + ": " + shortened(message), milliseconds,
              trouble(message, milliseconds));
        }
      };
    } catch (OutOfMemoryError | StackOverflowError | RuntimeException failure) {
      return new Outcome("", (System.nanoTime() - start) / 1e6, failure.toString());
    }
  }

  private static @Nullable String trouble(String message, double milliseconds) {
    if (message.equals(STACK_OVERFLOW)) {
      return "the stack overflowed";
    }
    return milliseconds > MAX_MILLISECONDS ? "it took over a second" : null;
  }

  private static Rendered render(String source) {
    Variable empty = new Variable.Plain(Value.of(Map.of()));
    RenderContext context =
        new RenderContext(name -> name.equals("x") ? empty : null, Instant.parse("2026-03-04T05:06:07Z"), 42, true);
    return new JinjaTemplateEngine().render(TemplateText.of(source), context);
  }

  private static String shortened(String message) {
    return message.length() <= 120 ? message : message.substring(0, 117) + "...";
  }

  /** A template: a text, or a list of texts and of pairs of a text and how often it is repeated. */
  private static String source(Value template) {
    if (!(template instanceof ListValue parts)) {
      return text(template);
    }
    StringBuilder source = new StringBuilder();
    for (Value part : parts.items()) {
      source.append(part instanceof ListValue pair
          ? text(pair.items().get(0)).repeat((int) ((IntValue) pair.items().get(1)).value())
          : text(part));
    }
    return source.toString();
  }

  private static String text(Value value) {
    return ((TextValue) value).value();
  }
}
