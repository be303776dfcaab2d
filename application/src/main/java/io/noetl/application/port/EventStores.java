package io.noetl.application.port;

/** Opens event stores by their location: a path, or {@code :memory:}. */
public interface EventStores {

  /**
   * Opens a store for writing, and makes it with its parent folders where there is none.
   *
   * @throws io.noetl.application.error.StoreException if it cannot be opened
   */
  EventStore openForWriting(String location);

  /**
   * Opens a store that is there.
   *
   * @throws io.noetl.application.error.StoreException if it cannot be opened, or there is none
   */
  EventStore openForReading(String location);

  /** Loads in the background what opening will need; opening works without. */
  void warmUp();
}
