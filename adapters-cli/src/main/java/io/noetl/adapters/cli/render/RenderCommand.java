package io.noetl.adapters.cli.render;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.command.ProblemLine;
import io.noetl.adapters.cli.terminal.LineText;
import io.noetl.adapters.cli.terminal.Style;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PayloadSource;
import io.noetl.application.render.RenderAnswer;
import io.noetl.application.render.RenderRequest;
import io.noetl.application.render.RenderTemplate;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what templates yield. */
@Command(
    name = "render",
    header = "Print what a template yields, to try things out.",
    description = {
      "%nThe answer is the value as JSON or, with --text, the text that the template prints. As in a run, an undefined "
          + "name is null as a value and nothing in text, any other error makes the whole answer null (an empty line with "
          + "--text), and both are warnings on stderr.",
      "%nWith --jsonl, each line of standard input is {\"template\": ..., \"context\": {...}} and is answered at once by "
          + "a line {\"value\": ...}, with \"warnings\" where there are some, or {\"error\": ..., \"line\": n, "
          + "\"column\": n}. A line may also say \"text\", \"strict\", \"now\" (ISO 8601) and \"seed\"."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:success; with --jsonl, every line was answered",
      "1:with --strict, the template failed",
      "2:wrong usage or context, or a syntax error in the template",
      "3:standard input cannot be read, or the answer cannot be written"
    },
    footer = {
      "%nExamples:",
      "  noetl render '{{ 7 // 2 }}'",
      "  noetl render '{{ cities | map(attribute=\"name\") | list }}' --context @workload.yaml",
      "  noetl render 'Hello, {{ name }}!' --context '{\"name\": \"Ada\"}' --text --strict",
      "  noetl render - --text < query.sql",
      "  noetl render --jsonl < requests.jsonl"
    })
public final class RenderCommand implements Callable<Integer> {

  private final Supplier<RenderTemplate> renderTemplate;
  private final Supplier<PayloadSource> payloads;
  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "TEMPLATE",
      description =
          "The template, or - to read it from standard input. One that begins with - stands after --, behind the options.")
  private @Nullable String template;

  @Option(
      names = "--context",
      paramLabel = "JSON|@FILE",
      description =
          "A JSON object whose keys are the variables, @ and the path of a JSON or YAML file, or @- for JSON on standard "
              + "input.")
  private @Nullable String context;

  @Option(names = "--text", description = "Print text, also where the template is one single expression.")
  private boolean text;

  @Option(names = "--strict", description = "An undefined name, or any other error, fails the template.")
  private boolean strict;

  @Option(
      names = "--jsonl",
      description = "Answer each line of standard input; --text and --strict hold for lines that do not say.")
  private boolean lines;

  public RenderCommand(Supplier<RenderTemplate> renderTemplate, Supplier<PayloadSource> payloads, Terminal terminal) {
    this.renderTemplate = renderTemplate;
    this.payloads = payloads;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return lines ? answerLines() : answerTemplate();
  }

  private int answerLines() {
    if (template != null || context != null) {
      throw new InvalidRequestException(
          (template != null ? "TEMPLATE" : "--context") + " and --jsonl cannot be used together",
          "write it into the lines of standard input");
    }
    return new RenderLines(renderTemplate.get(), new RequestReader(text, strict), terminal).answerAll();
  }

  private int answerTemplate() {
    RenderRequest request = request();
    return answer(renderTemplate.get().render(request));
  }

  private RenderRequest request() {
    RenderSource source = new RenderSource(payloads, terminal.in());
    String rendered = source.template(template, context);
    return new RenderRequest(rendered, source.context(context), text, strict, null, 0);
  }

  private int answer(RenderAnswer answer) {
    return switch (answer) {
      case RenderAnswer.Yielded yielded -> {
        terminal.out().println(text ? printed(yielded.value()) : JsonWriter.writeIndented(yielded.value()));
        String label = Style.of(terminal.errColours()).yellow("warning:") + " ";
        yielded.warnings().forEach(warning -> terminal.err().println(label + LineText.of(placed(warning))));
        yield ExitStatus.SUCCESS;
      }
      case RenderAnswer.Malformed malformed -> throw new InvalidRequestException(placed(malformed.problem()), "");
      case RenderAnswer.Failed failed -> {
        terminal.err().println(ProblemLine.of(placed(failed.problem())));
        yield ExitStatus.FAILED;
      }
    };
  }

  /** A template that failed leniently prints nothing. */
  private static String printed(Value value) {
    return switch (value) {
      case TextValue printed -> printed.value();
      case NullValue failed -> "";
      case Value other -> throw new IllegalStateException("a template printed a " + Value.kindOf(other));
    };
  }

  private static String placed(Problem problem) {
    return "template:" + problem.position() + ": " + problem.message();
  }
}
