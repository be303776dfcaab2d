package io.noetl.application.history;

import io.noetl.application.port.EventStore;
import io.noetl.application.port.EventStores;
import io.noetl.application.port.ExportInspector;
import io.noetl.application.port.ExportInspector.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/** Proves files good, by what they carry or against a store. */
public final class VerifyExports {

  private final ExportInspector inspector;
  private final EventStores stores;

  public VerifyExports(ExportInspector inspector, EventStores stores) {
    this.inspector = inspector;
    this.stores = stores;
  }

  /**
   * Inspects one file after the other.
   *
   * @param verdicts told of each file as soon as it was read
   */
  public void verify(List<Path> files, BiConsumer<Path, Verdict> verdicts) {
    files.forEach(file -> verdicts.accept(file, inspector.inspect(file)));
  }

  /**
   * Inspects one file after the other, and compares each with what the store has of its execution.
   *
   * @param location the store's path
   * @param verdicts told of each file as soon as it was read
   * @throws io.noetl.application.error.StoreException if there is no such store, or it cannot be read
   */
  public void verifyAgainst(String location, List<Path> files, BiConsumer<Path, Verdict> verdicts) {
    try (EventStore store = stores.openForReading(location)) {
      files.forEach(file -> verdicts.accept(file, inspector.inspect(file, store)));
    }
  }
}
