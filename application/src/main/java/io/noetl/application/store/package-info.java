/**
 * The event store that needs nothing but memory, for programs that embed the application and for tests, and what every
 * store shares: how events become text and how summaries are counted. Start with {@link
 * io.noetl.application.store.InMemoryEventStore}.
 */
@NullMarked
package io.noetl.application.store;

import org.jspecify.annotations.NullMarked;
