/**
 * The command {@code render}: one template of the command line, or many of standard input. Start with {@link
 * io.noetl.adapters.cli.render.RenderCommand}.
 */
@NullMarked
package io.noetl.adapters.cli.render;

import org.jspecify.annotations.NullMarked;
