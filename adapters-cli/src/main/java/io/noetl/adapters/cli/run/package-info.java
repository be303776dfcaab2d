/**
 * The command {@code run}: options to a request, a report to the results document. Start with {@link
 * io.noetl.adapters.cli.run.RunCommand}.
 */
@NullMarked
package io.noetl.adapters.cli.run;

import org.jspecify.annotations.NullMarked;
