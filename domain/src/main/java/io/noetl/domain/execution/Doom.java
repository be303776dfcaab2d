package io.noetl.domain.execution;

/**
 * Why a scope is being wound down: nothing of it begins any more, what runs is ended, and what ends because of it is no
 * failure of its own.
 *
 * @param error what the events that end it say
 */
record Doom(String error) {

  static final Doom CANCELLED = new Doom("cancelled");
}
