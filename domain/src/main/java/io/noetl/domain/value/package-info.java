/**
 * The JSON model that every value in noetl belongs to, and its text form. Everything may use it; start with {@link
 * io.noetl.domain.value.Value}.
 */
@NullMarked
package io.noetl.domain.value;

import org.jspecify.annotations.NullMarked;
