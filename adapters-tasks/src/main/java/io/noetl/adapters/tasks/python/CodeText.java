package io.noetl.adapters.tasks.python;

import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.template.Position;
import io.noetl.domain.value.Value.TextValue;
import java.util.Optional;

/**
 * The code of a task and the place of its first character in the playbook.
 *
 * @param lineByLine whether every further line of the code is the next line of the playbook and begins in the same
 *     column, as in a block scalar; else every place in the code is the place where it begins
 */
record CodeText(String text, Position position, boolean lineByLine) {

  CodeText(String text, Position position) {
    this(text, position, true);
  }

  /** The code that the playbook has for a task, if it is a text. */
  static Optional<CodeText> of(Task task) {
    ValueTemplate code = task.settings().entries().get("code");
    if (code instanceof ValueTemplate.Literal literal && literal.value() instanceof TextValue text) {
      return Optional.of(new CodeText(text.value(), literal.position(), literal.lineByLine()));
    }
    return code instanceof ValueTemplate.Text text
        ? Optional.of(new CodeText(text.text().source(), text.position()))
        : Optional.empty();
  }

  /** The place of a column (from 1) of the code's line that stands in this line of the playbook. */
  Position at(int playbookLine, int column) {
    return lineByLine ? new Position(Math.max(1, playbookLine), position.column() + column - 1) : position;
  }

  /** The place where the code's line that stands in this line of the playbook begins, after its indentation. */
  Position lineStart(int playbookLine) {
    String line = text.lines().skip(Math.max(0, playbookLine - position.line())).findFirst().orElse("");
    return at(playbookLine, line.length() - line.stripLeading().length() + 1);
  }
}
