/**
 * What the writer and the verifier agree on: how the content of an export is boiled down to digests. Start with {@link
 * io.noetl.adapters.parquet.digest.ContentDigest}. Beside the event-log schema these are the only classes that both use,
 * and they know nothing of Parquet.
 */
@NullMarked
package io.noetl.adapters.parquet.digest;

import org.jspecify.annotations.NullMarked;
