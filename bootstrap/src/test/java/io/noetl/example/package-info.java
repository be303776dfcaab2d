/** What a program that embeds noetl looks like. Start with {@link io.noetl.example.EmbeddedRun}. */
@org.jspecify.annotations.NullMarked
package io.noetl.example;
