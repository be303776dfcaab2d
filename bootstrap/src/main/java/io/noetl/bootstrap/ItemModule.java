package io.noetl.bootstrap;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.noetl.adapters.duckdb.items.DuckDbItemFiles;
import io.noetl.adapters.playbook.items.JsonLinesItemFiles;
import io.noetl.application.port.ItemFiles;
import io.noetl.application.run.CombinedItemFiles;

/** Reading the files that loops go over. */
final class ItemModule extends AbstractModule {

  @Provides
  ItemFiles items() {
    return new CombinedItemFiles(new JsonLinesItemFiles(), new DuckDbItemFiles());
  }
}
