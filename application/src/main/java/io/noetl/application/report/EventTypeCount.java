package io.noetl.application.report;

/** How often a type of event occurs in all executions together. */
public record EventTypeCount(String eventType, long count) {}
