/**
 * Running a playbook: the use case and what goes into and comes out of it. Start with {@link
 * io.noetl.application.run.RunPlaybook}.
 */
@NullMarked
package io.noetl.application.run;

import org.jspecify.annotations.NullMarked;
