package io.noetl.domain.playbook;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import org.jspecify.annotations.Nullable;

/**
 * What a loop step repeats over.
 *
 * @param items a template of the list
 * @param iterator the name each item is bound to
 * @param filter keeps the items for which it is true; null keeps all
 * @param onItemError what a failed item does to the loop
 */
public record Loop(
    ValueTemplate items,
    String iterator,
    @Nullable TemplateText filter,
    OnItemError onItemError,
    Position position) {

  /** What a failed item does to its loop and to the execution. */
  public enum OnItemError {
    /** The loop goes on; the execution ends in error. */
    FINISH,
    /** The loop goes on; the failure is accepted. */
    CONTINUE,
    /** The loop step fails at once. */
    FAIL
  }
}
