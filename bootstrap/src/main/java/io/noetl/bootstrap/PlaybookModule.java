package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.noetl.adapters.playbook.reader.YamlPayloadSource;
import io.noetl.adapters.playbook.reader.YamlPlaybookSource;
import io.noetl.adapters.playbook.template.JinjaTemplateEngine;
import io.noetl.application.port.PayloadSource;
import io.noetl.application.port.PlaybookSource;
import io.noetl.application.port.TaskRunners;
import io.noetl.domain.template.TemplateEngine;
import java.util.Set;

/** Reading playbooks, and their templates. */
final class PlaybookModule extends AbstractModule {

  @Provides
  @Singleton
  TemplateEngine templates() {
    return new JinjaTemplateEngine();
  }

  @Provides
  PlaybookSource playbooks(TemplateEngine templates, TaskRunners runners) {
    return new YamlPlaybookSource(templates, Set.copyOf(runners.types()));
  }

  @Provides
  PayloadSource payloads() {
    return new YamlPayloadSource();
  }
}
