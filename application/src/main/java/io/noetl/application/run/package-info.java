/**
 * Running a playbook: the use case and what goes into and comes out of it, and checking one without
 * running it. Start with {@link io.noetl.application.run.RunPlaybook} and {@link
 * io.noetl.application.run.ValidatePlaybook}.
 */
@NullMarked
package io.noetl.application.run;

import org.jspecify.annotations.NullMarked;
