package io.noetl.adapters.cli.render;

import io.noetl.adapters.cli.command.ExitStatus;
import io.noetl.adapters.cli.terminal.Terminal;
import io.noetl.application.render.RenderTemplate;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import java.io.PrintStream;

/**
 * Answers each line of standard input by a line of standard output. Whoever waits for an answer before it writes the next
 * request gets it: answers are kept back only while there is more to read.
 */
final class RenderLines {

  private static final int LONGEST_LINE = 10_000_000;

  /** How many characters of answers are kept back at most. */
  private static final int MOST_KEPT = 65_536;

  private final RenderTemplate renderTemplate;
  private final RequestReader requests;
  private final InputLines lines;
  private final PrintStream out;
  private final StringBuilder kept = new StringBuilder();

  RenderLines(RenderTemplate renderTemplate, RequestReader requests, Terminal terminal) {
    this.renderTemplate = renderTemplate;
    this.requests = requests;
    this.lines = new InputLines(terminal.in(), LONGEST_LINE, this::flush);
    this.out = terminal.out();
  }

  /** Answers until the input ends or nobody reads the answers any more. */
  int answerAll() {
    long number = 0;
    for (InputLines.Line line = lines.next(); line != null; line = lines.next()) {
      number++;
      kept.append(JsonWriter.write(answer(number, line))).append('\n');
      if (kept.length() >= MOST_KEPT) {
        flush();
      }
      if (out.checkError()) {
        return ExitStatus.FILE;
      }
    }
    flush();
    return ExitStatus.SUCCESS;
  }

  private Value answer(long number, InputLines.Line line) {
    return switch (line) {
      case InputLines.Line.Unusable unusable -> AnswerDocument.unusable(number, unusable.reason());
      case InputLines.Line.Text text -> {
        try {
          yield AnswerDocument.of(renderTemplate.render(requests.read(text.text())));
        } catch (RequestReader.UnusableRequestException unusable) {
          yield AnswerDocument.unusable(number, String.valueOf(unusable.getMessage()));
        }
      }
    };
  }

  private void flush() {
    out.print(kept);
    out.flush();
    kept.setLength(0);
  }
}
