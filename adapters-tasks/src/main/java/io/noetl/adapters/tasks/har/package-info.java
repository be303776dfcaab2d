/**
 * Recording HTTP exchanges to HAR 1.2 files (http://www.softwareishard.com/blog/har-12-spec/) and answering from them.
 * Credentials are neither written nor compared. Start with {@link io.noetl.adapters.tasks.har.RecordingExchange} and
 * {@link io.noetl.adapters.tasks.har.ReplayingExchange}.
 */
@NullMarked
package io.noetl.adapters.tasks.har;

import org.jspecify.annotations.NullMarked;
