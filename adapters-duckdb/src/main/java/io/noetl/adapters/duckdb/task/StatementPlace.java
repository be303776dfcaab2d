package io.noetl.adapters.duckdb.task;

import io.noetl.adapters.duckdb.connection.DuckDbProblem.Place;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.playbook.ValueTemplate.Items;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.TextValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place in the playbook that a place in a statement comes from. SQL is a template, so that its lines may not be
 * those of the playbook: a line that reads the same in both is told with its column; one that stands in its place but was
 * rendered, with its beginning; else the place is where the SQL begins.
 */
final class StatementPlace {

  private StatementPlace() {}

  /**
   * The position of a place.
   *
   * @param commands the rendered setting
   * @param place in the statement; null for its beginning
   */
  static @Nullable Position of(Task task, Value commands, SqlStatement statement, @Nullable Place place) {
    ValueTemplate template = task.settings().entries().get(TaskSettings.COMMANDS);
    if (template == null) {
      return null;
    }
    boolean listed = template instanceof Items items && statement.entry() < items.items().size();
    ValueTemplate entry = listed ? ((Items) template).items().get(statement.entry()) : template;
    String rendered = rendered(commands, statement.entry());
    return entry instanceof ValueTemplate.Text text ? in(text.text(), rendered, statement, place) : entry.position();
  }

  private static String rendered(Value commands, int entry) {
    Value value = commands instanceof ListValue list ? list.items().get(entry) : commands;
    return value instanceof TextValue text ? text.value() : "";
  }

  private static Position in(TemplateText template, String rendered, SqlStatement statement, @Nullable Place place) {
    List<String> lines = rendered.lines().toList();
    List<String> source = template.source().lines().toList();
    String before = rendered.substring(0, statement.start());
    int line = (int) before.chars().filter(c -> c == '\n').count() + (place == null ? 1 : place.line());
    if (lines.size() != source.size() || line > lines.size()) {
      return template.start();
    }
    String text = source.get(line - 1);
    if (!text.equals(lines.get(line - 1))) {
      return template.inFile(beginning(template.source(), line) + text.length() - text.stripLeading().length());
    }
    int indent = before.length() - before.lastIndexOf('\n') - 1;
    int column = place == null ? indent + 1 : place.column() + (place.line() == 1 ? indent : 0);
    return template.inFile(beginning(template.source(), line) + Math.min(column - 1, text.length()));
  }

  /** The offset at which a line of the text begins, counted from 1. */
  private static int beginning(String text, int line) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      at = text.indexOf('\n', at) + 1;
    }
    return at;
  }
}
