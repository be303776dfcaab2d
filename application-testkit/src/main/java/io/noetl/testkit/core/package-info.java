/**
 * Tries the pure core without files, clocks or runners: playbooks built in Java ({@link
 * io.noetl.testkit.core.PlaybookScript}), templates that are looked up in a table ({@link
 * io.noetl.testkit.core.LiteralTemplates}), tasks whose outcomes are scripted, and a {@link
 * io.noetl.testkit.core.World} that performs what the core decides and proves the rules of the event log on the way.
 * For tests only.
 */
@NullMarked
package io.noetl.testkit.core;

import org.jspecify.annotations.NullMarked;
