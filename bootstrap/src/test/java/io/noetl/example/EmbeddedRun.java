package io.noetl.example;

import io.noetl.adapters.parquet.verifier.ParquetExportInspector;
import io.noetl.adapters.parquet.writer.ParquetExecutionDataExporter;
import io.noetl.adapters.playbook.reader.YamlPayloadSource;
import io.noetl.adapters.playbook.reader.YamlPlaybookSource;
import io.noetl.adapters.playbook.template.JinjaTemplateEngine;
import io.noetl.adapters.tasks.LocalTaskRunners;
import io.noetl.application.run.Cancellation;
import io.noetl.application.run.ExecutionListener;
import io.noetl.application.run.PlaybookDriver;
import io.noetl.application.run.RunReport;
import io.noetl.application.run.RunRequest;
import io.noetl.application.store.InMemoryEventStores;
import io.noetl.domain.event.EventColumn;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** noetl as a library: runs a playbook with its events in memory, and tells each of them. */
public final class EmbeddedRun {

  public static RunReport run(Path playbook, List<String> events) {
    var clock = Clock.systemUTC();
    var templates = new JinjaTemplateEngine();
    var tasks = new LocalTaskRunners(System.getenv("PATH"), "1.0", clock);
    var playbooks = new YamlPlaybookSource(templates, Set.copyOf(tasks.types()));
    var stores = new InMemoryEventStores();
    var exporter = new ParquetExecutionDataExporter(new ParquetExportInspector());
    var noetl = new PlaybookDriver(playbooks, new YamlPayloadSource(), templates, tasks, stores, exporter, clock,
        () -> UUID.randomUUID().toString(), "embedded");

    var report = noetl.run(RunRequest.of(playbook, "memory"), ExecutionListener.NONE, new Cancellation());
    try (var store = stores.openForReading("memory"); var rows = store.events(report.executionId())) {
      while (rows.nextBatch()) {
        for (int row = 0; row < rows.rows(); row++) {
          events.add(rows.column(EventColumn.EVENT_TYPE).textAt(row) + " " + rows.column(EventColumn.NODE_ID).textAt(row));
        }
      }
    }
    return report;
  }
}
