/**
 * The command line: from arguments to an exit status. Bootstrap constructs {@link
 * io.noetl.adapters.cli.NoetlCommandLine} and hands it the use cases, the terminal and the interrupts; start there.
 */
@NullMarked
package io.noetl.adapters.cli;

import org.jspecify.annotations.NullMarked;
