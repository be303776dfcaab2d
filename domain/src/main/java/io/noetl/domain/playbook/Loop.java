package io.noetl.domain.playbook;

import io.noetl.domain.template.Position;
import io.noetl.domain.template.TemplateText;
import org.jspecify.annotations.Nullable;

/**
 * What a loop step repeats over.
 *
 * @param items where the items come from
 * @param iterator the name each item is bound to
 * @param filter keeps the items for which it is true; null keeps all
 * @param onItemError what a failed item does to the loop
 * @param limits which items, in what order, and how many at a time
 */
public record Loop(
    LoopItems items,
    String iterator,
    @Nullable TemplateText filter,
    OnItemError onItemError,
    LoopLimits limits,
    Position position) {

  /** A loop over all elements of a list, one after the other. */
  public Loop(
      ValueTemplate list,
      String iterator,
      @Nullable TemplateText filter,
      OnItemError onItemError,
      Position position) {
    this(new LoopItems.Listed(list), iterator, filter, onItemError, LoopLimits.NONE, position);
  }

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
