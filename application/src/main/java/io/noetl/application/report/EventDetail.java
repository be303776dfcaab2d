package io.noetl.application.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One event as it was recorded, its JSON columns as bounded texts. */
public record EventDetail(
    String executionId,
    long sequence,
    @Nullable Long parentSequence,
    Instant timestamp,
    String eventType,
    String nodeId,
    String name,
    String nodeType,
    String status,
    @Nullable Double duration,
    @Nullable Integer attempt,
    @Nullable String error,
    @Nullable BoundedText input,
    @Nullable BoundedText output,
    @Nullable BoundedText metadata) {}
