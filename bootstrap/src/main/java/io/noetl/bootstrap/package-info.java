/**
 * The wiring: the only place that knows every adapter. One Guice module per feature, each of which calls constructors
 * and nothing else, so that an embedding program can do the same by hand. Start with {@link io.noetl.bootstrap.Main}.
 */
@NullMarked
package io.noetl.bootstrap;

import org.jspecify.annotations.NullMarked;
