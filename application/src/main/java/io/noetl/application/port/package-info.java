/**
 * The ports: what the application needs from the world ({@code TaskRunner}, {@code EventStore}, {@code
 * ExecutionDataExporter} …), one interface each, implemented by the adapters and by the fakes of the testkit.
 */
@NullMarked
package io.noetl.application.port;

import org.jspecify.annotations.NullMarked;
