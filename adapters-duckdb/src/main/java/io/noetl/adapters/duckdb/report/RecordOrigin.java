package io.noetl.adapters.duckdb.report;

import io.noetl.application.report.RecordSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an analysis says of where its records come from. */
record RecordOrigin(String name, @Nullable String filter, RecordSchema schema, List<String> notes) {}
