/**
 * Finds out whether this machine has what a run needs. Each thing is examined by a {@code port.Examination} of the adapter
 * that needs it. Start with {@link io.noetl.application.doctor.ExamineMachine}.
 */
@NullMarked
package io.noetl.application.doctor;

import org.jspecify.annotations.NullMarked;
