package io.noetl.adapters.playbook.reader;

import io.noetl.application.port.PlaybookSource;
import io.noetl.testkit.playbook.PlaybookSourceContract;
import java.util.Set;

class YamlPlaybookSourceTest extends PlaybookSourceContract {

  @Override
  protected PlaybookSource source() {
    return new YamlPlaybookSource(new FakeTemplates(), Set.of("http", "python"));
  }
}
