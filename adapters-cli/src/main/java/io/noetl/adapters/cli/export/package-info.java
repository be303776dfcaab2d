/**
 * The commands {@code export} and {@code verify}. Start with {@link io.noetl.adapters.cli.export.ExportCommand}.
 */
@NullMarked
package io.noetl.adapters.cli.export;

import org.jspecify.annotations.NullMarked;
