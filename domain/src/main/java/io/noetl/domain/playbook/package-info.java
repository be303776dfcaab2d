/**
 * The playbook as the core sees it: steps, control flow, tasks, each with its place in the file. Readers build it,
 * whatever dialect the file is written in; start with {@link io.noetl.domain.playbook.Playbook}.
 */
@NullMarked
package io.noetl.domain.playbook;

import org.jspecify.annotations.NullMarked;
