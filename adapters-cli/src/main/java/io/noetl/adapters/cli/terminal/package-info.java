/**
 * The terminal, Ctrl-C, and text for human eyes: durations, tables, widths. Knows no command. Start with {@link
 * io.noetl.adapters.cli.terminal.Terminal}.
 */
@NullMarked
package io.noetl.adapters.cli.terminal;

import org.jspecify.annotations.NullMarked;
