package io.noetl.domain.playbook;

import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Position;

/**
 * A piece of work that a task runner does: an entry of the workbook, or one written on a step itself.
 *
 * @param name the workbook name; for a task on a step, the step's name
 * @param position where the task begins in the file
 * @param type which runner does it: {@code http}, {@code python}, {@code duckdb}
 * @param settings what the type defines ({@code endpoint}, {@code code}, {@code timeout} …), under one spelling each
 * @param with the task's own arguments, which win over those of the call
 * @param parameters what arguments the task takes, as its runner found out before the run
 * @param policy what holds for it wherever it is called
 */
public record Task(
    String name,
    Position position,
    String type,
    Fields settings,
    Fields with,
    Parameters parameters,
    TaskPolicy policy) {

  /** A task without policies. */
  public Task(String name, Position position, String type, Fields settings, Fields with, Parameters parameters) {
    this(name, position, type, settings, with, parameters, TaskPolicy.NONE);
  }

  /** The same task with the parameters its runner found. */
  public Task withParameters(Parameters found) {
    return new Task(name, position, type, settings, with, found, policy);
  }
}
