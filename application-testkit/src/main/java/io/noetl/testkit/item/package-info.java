/**
 * The contract that every {@code ItemFiles} passes, and files of items that are in no file. Start with {@link
 * io.noetl.testkit.item.ItemFilesContract}.
 */
@NullMarked
package io.noetl.testkit.item;

import org.jspecify.annotations.NullMarked;
