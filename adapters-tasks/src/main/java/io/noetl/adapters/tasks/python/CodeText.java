package io.noetl.adapters.tasks.python;

import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value.TextValue;
import java.util.Optional;

/**
 * The code of a task and where it stands in the playbook. Python counts lines as if the code stood in a block scalar: the
 * first is the line of the playbook where the code begins. In another style the code has lines of its own (<code>\n</code>
 * in quotes is no line of the file), so Python's numbers are turned back into lines of the code, and these into places.
 */
record CodeText(TemplateText text) {

  CodeText(String text, Position position) {
    this(new TemplateText(text, position, position.column()));
  }

  /** The code that the playbook has for a task, if it is a text. */
  static Optional<CodeText> of(Task task) {
    ValueTemplate code = task.settings().entries().get("code");
    if (code instanceof ValueTemplate.Literal literal && literal.value() instanceof TextValue text) {
      return Optional.of(new CodeText(new TemplateText(text.value(), literal.places())));
    }
    return code instanceof ValueTemplate.Text text ? Optional.of(new CodeText(text.text())) : Optional.empty();
  }

  /** Where the code begins in the playbook. */
  Position position() {
    return text.start();
  }

  /** The place in the playbook of a column, in characters from 1, of the line that Python gives that number. */
  Position at(int pythonLine, int column) {
    String code = text.source();
    int start = lineStart(code, pythonLine - position().line());
    int end = lineEnd(code, start);
    int wanted = Math.min(column - 1, code.codePointCount(start, end));
    return text.inFile(code.offsetByCodePoints(start, wanted));
  }

  /** The place in the playbook where the line begins that Python gives that number, after its indentation. */
  Position lineStart(int pythonLine) {
    String code = text.source();
    int start = lineStart(code, pythonLine - position().line());
    int end = lineEnd(code, start);
    while (start < end && Character.isWhitespace(code.charAt(start))) {
      start++;
    }
    return text.inFile(start);
  }

  /** The offset of the line of that index, or the end of the code; a line ends as it does for Python. */
  private static int lineStart(String code, int index) {
    int start = 0;
    for (int i = 0; i < index && start < code.length(); i++) {
      int end = lineEnd(code, start);
      start = Math.min(code.startsWith("\r\n", end) ? end + 2 : end + 1, code.length());
    }
    return start;
  }

  private static int lineEnd(String code, int start) {
    int end = start;
    while (end < code.length() && code.charAt(end) != '\n' && code.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
