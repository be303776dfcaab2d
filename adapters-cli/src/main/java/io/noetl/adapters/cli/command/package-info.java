/**
 * What all commands share: exit statuses, standard options and choices. Start with {@link
 * io.noetl.adapters.cli.command.ExitStatus}.
 */
@NullMarked
package io.noetl.adapters.cli.command;

import org.jspecify.annotations.NullMarked;
