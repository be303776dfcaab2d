package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.application.history.ExportDataset;
import io.noetl.application.history.ExportExecution;
import io.noetl.application.history.ListExecutions;
import io.noetl.application.history.PruneExecutions;
import io.noetl.application.history.ShowExecution;
import io.noetl.application.history.VerifyExports;
import io.noetl.application.port.Environment;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExecutionDataExporter;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.IdGenerator;
import io.noetl.application.port.ItemFiles;
import io.noetl.application.port.PayloadSource;
import io.noetl.application.port.PlaybookSource;
import io.noetl.application.port.TaskRunners;
import io.noetl.application.render.RenderTemplate;
import io.noetl.application.render.TemplateRenderer;
import io.noetl.application.run.PlaybookDriver;
import io.noetl.application.run.PlaybookValidator;
import io.noetl.application.run.RunPlaybook;
import io.noetl.application.run.ValidatePlaybook;
import io.noetl.domain.template.TemplateEngine;
import java.time.InstantSource;

/** What a user can ask for. */
final class OperationsModule extends AbstractModule {

  @Provides
  RunPlaybook runPlaybook(
      PlaybookSource playbooks,
      PayloadSource payloads,
      TemplateEngine templates,
      TaskRunners runners,
      EventStores stores,
      ExecutionDataExporter exporter,
      ItemFiles items,
      Environment environment,
      InstantSource clock,
      IdGenerator ids,
      Surroundings surroundings) {
    return new PlaybookDriver(
        playbooks, payloads, templates, runners, stores, exporter, items, environment, clock, ids, surroundings.worker());
  }

  @Provides
  ValidatePlaybook validatePlaybook(PlaybookSource playbooks, TaskRunners runners) {
    return new PlaybookValidator(playbooks, runners);
  }

  @Provides
  RenderTemplate renderTemplate(TemplateEngine templates, InstantSource clock) {
    return new TemplateRenderer(templates, clock);
  }

  @Provides
  ListExecutions listExecutions(EventStores stores) {
    return new ListExecutions(stores);
  }

  @Provides
  ShowExecution showExecution(EventStores stores) {
    return new ShowExecution(stores);
  }

  @Provides
  PruneExecutions pruneExecutions(EventStores stores) {
    return new PruneExecutions(stores);
  }

  @Provides
  ExportExecution exportExecution(EventStores stores, ExecutionDataExporter exporter) {
    return new ExportExecution(stores, exporter);
  }

  @Provides
  ExportDataset exportDataset(EventStores stores, ExecutionDataExporter exporter, ExportInspector inspector) {
    return new ExportDataset(stores, exporter, inspector);
  }

  @Provides
  VerifyExports verifyExports(ExportInspector inspector, EventStores stores) {
    return new VerifyExports(inspector, stores);
  }
}
