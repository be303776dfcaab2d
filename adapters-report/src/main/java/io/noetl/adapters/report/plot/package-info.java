/**
 * Pictures of a report, drawn by JFreeChart with a font of their own, so that they are the same on every machine, also on one
 * without fonts or a display. Start with {@link io.noetl.adapters.report.plot.TimelinePlot}.
 */
@NullMarked
package io.noetl.adapters.report.plot;

import org.jspecify.annotations.NullMarked;
