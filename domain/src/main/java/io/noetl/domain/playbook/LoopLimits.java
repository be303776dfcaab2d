package io.noetl.domain.playbook;

import io.noetl.domain.template.TemplateText;
import org.jspecify.annotations.Nullable;

/**
 * Which of its items a loop goes over, in what order, and how many at a time.
 *
 * @param concurrency a template of how many iterations run at a time; null for one after the other
 * @param limit a template of how many items are processed at most, those filtered out not counted; null for all
 * @param orderBy what the items are sorted by; null keeps their order
 * @param chunk how many items an iteration takes at a time, as a list; null for the item itself
 * @param maxFailures how many items may fail before the loop stops; null for any number
 */
public record LoopLimits(
    @Nullable ValueTemplate concurrency,
    @Nullable ValueTemplate limit,
    @Nullable Order orderBy,
    @Nullable Integer chunk,
    @Nullable Long maxFailures) {

  public static final LoopLimits NONE = new LoopLimits(null, null, null, null, null);

  /** How many iterations may run at a time at most. */
  public static final long MAX_CONCURRENCY = 10_000;

  /** A template of an item's sort key. */
  public record Order(TemplateText key, boolean descending) {}
}
