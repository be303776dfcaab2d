package io.noetl.application.port;

import java.time.Instant;

/**
 * What the first event of an execution tells of it, which a store finds without reading the others.
 *
 * @param playbook the playbook's name
 * @param playbookSha256 the SHA-256 of the playbook's source
 */
public record ExecutionStart(String executionId, String playbook, String playbookSha256, Instant startedAt) {}
