/**
 * Damages exports in every way that we could think of and counts what the verifier finds, and what a plain reader notices.
 * Start with {@link io.noetl.benchmarks.damage.DamageSuite}; {@link io.noetl.benchmarks.damage.ParquetParts} takes a file apart
 * and puts it together again so that a lenient reader sees nothing wrong, with the format's structures alone and no class of the
 * writer or the verifier.
 *
 * <p>What touches those structures is not checked for nulls: every field of theirs can be null, and in a sound file of ours none is
 * that is asked for here.
 */
@NullMarked
package io.noetl.benchmarks.damage;

import org.jspecify.annotations.NullMarked;
