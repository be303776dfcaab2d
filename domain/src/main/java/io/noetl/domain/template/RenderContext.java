package io.noetl.domain.template;

import java.time.Instant;

/**
 * All that a rendering depends on beside the template.
 *
 * @param variables the names in scope
 * @param now what {@code now()} answers: the time of the event being handled
 * @param seed seeds {@code random} and its like
 * @param strict whether an undefined name and any other evaluation error fail the rendering
 */
public record RenderContext(Variables variables, Instant now, long seed, boolean strict) {}
