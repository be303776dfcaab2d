/**
 * Hides secrets in what leaves an execution: in whole texts, inside larger ones, and after a template changed their case
 * or encoded them. {@link io.noetl.domain.secret.Secrets} is where to start; who records, shows or writes something that
 * came out of a playbook sends it through there first.
 */
@NullMarked
package io.noetl.domain.secret;

import org.jspecify.annotations.NullMarked;
