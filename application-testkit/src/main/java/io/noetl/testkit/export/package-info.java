/**
 * The contracts of the export ports, and rows to export without a store. Tests of adapters extend {@link
 * io.noetl.testkit.export.ExecutionDataExporterContract} and {@link io.noetl.testkit.export.ExportInspectorContract};
 * their rows come from {@link io.noetl.testkit.export.ListEventCursor}.
 */
@NullMarked
package io.noetl.testkit.export;

import org.jspecify.annotations.NullMarked;
