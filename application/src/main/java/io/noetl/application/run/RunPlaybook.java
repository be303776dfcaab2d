package io.noetl.application.run;

/** Runs a playbook, records its events, and exports them if asked to. */
public interface RunPlaybook {

  /**
   * Runs a playbook to its end. A playbook that fails or is cancelled is a report, and its events and export are
   * written.
   *
   * @param listener told of everything that happens, on the calling thread
   * @param cancellation ends the run early when requested
   * @throws io.noetl.application.error.InvalidRequestException if the playbook, its payload or its interpreter is
   *     wrong; nothing ran and nothing was written
   * @throws io.noetl.application.error.InputException if the recording to be replayed cannot be read
   * @throws io.noetl.application.error.StoreException if the store fails
   */
  RunReport run(RunRequest request, ExecutionListener listener, Cancellation cancellation);
}
