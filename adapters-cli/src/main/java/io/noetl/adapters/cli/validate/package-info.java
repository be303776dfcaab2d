/**
 * The command {@code validate}: what is wrong with playbooks, as lines for people and editors or as JSON. Start with {@link
 * io.noetl.adapters.cli.validate.ValidateCommand}.
 */
@NullMarked
package io.noetl.adapters.cli.validate;

import org.jspecify.annotations.NullMarked;
