package io.noetl.application.report;

/** How often a type of event occurs in an execution with a status. */
public record EventCount(String executionId, String eventType, String status, long count) {}
