/**
 * What an event store must do, as a contract that every store's test extends, and events made by hand to try it with.
 * Start with {@link io.noetl.testkit.store.EventStoreContract} and {@link io.noetl.testkit.store.SampleEvents}.
 */
@NullMarked
package io.noetl.testkit.store;

import org.jspecify.annotations.NullMarked;
