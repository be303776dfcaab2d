/**
 * Trying a template out, without a playbook: what it yields in a context, or what is wrong with it. Start with {@link
 * io.noetl.application.render.RenderTemplate}.
 */
@NullMarked
package io.noetl.application.render;

import org.jspecify.annotations.NullMarked;
