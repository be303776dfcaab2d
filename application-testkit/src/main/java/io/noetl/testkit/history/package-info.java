/**
 * Stores that hold what a test wrote down, for tests of what comes after a run. Start with {@link
 * io.noetl.testkit.history.RecordedStores}.
 */
@NullMarked
package io.noetl.testkit.history;

import org.jspecify.annotations.NullMarked;
