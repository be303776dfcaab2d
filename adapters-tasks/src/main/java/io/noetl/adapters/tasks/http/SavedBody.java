package io.noetl.adapters.tasks.http;

import java.nio.file.Path;

/**
 * The body of a response that is in a file and not in memory.
 *
 * @param file where it is, as long as the answer is looked at
 * @param size in bytes
 */
public record SavedBody(Path file, long size) {}
