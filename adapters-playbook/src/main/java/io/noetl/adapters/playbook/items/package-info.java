/**
 * Reads the items of loops from JSON Lines files. Called through the port {@code ItemFiles}; start with {@link
 * io.noetl.adapters.playbook.items.JsonLinesItemFiles}.
 */
@NullMarked
package io.noetl.adapters.playbook.items;

import org.jspecify.annotations.NullMarked;
