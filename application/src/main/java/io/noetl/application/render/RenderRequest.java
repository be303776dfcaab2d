package io.noetl.application.render;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What to render, and in what.
 *
 * @param context each of its keys is a variable; nothing in it is a template
 * @param text whether the answer is the text that the template prints, also where it is one single expression
 * @param strict whether an undefined name and any other evaluation error fail the rendering
 * @param now what {@code now()} answers; null for the time at which it is rendered
 * @param seed seeds {@code random} and its like
 */
public record RenderRequest(
    String template, MapValue context, boolean text, boolean strict, @Nullable Instant now, long seed) {

  /** A lenient rendering to a value, at the time it happens. */
  public static RenderRequest of(String template, MapValue context) {
    return new RenderRequest(template, context, false, false, null, 0);
  }

  /** A lenient rendering without any variables. */
  public static RenderRequest of(String template) {
    return of(template, Value.EMPTY_MAP);
  }
}
