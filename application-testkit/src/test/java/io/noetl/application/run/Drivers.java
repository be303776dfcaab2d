package io.noetl.application.run;

import io.noetl.application.port.Environment;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.TaskRunner;
import io.noetl.testkit.core.LiteralTemplates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Makes drivers of the execution {@code test-1}, whose playbooks call no others. */
record Drivers(
    EventStore store,
    Map<String, TaskRunner> runners,
    ExecutionListener listener,
    Cancellation cancellation,
    InstantSource clock,
    RunRequest.Durability durability) {

  static ExecutionDriver driver(EventStore store, Map<String, TaskRunner> runners, OpenItemFiles.Source items) {
    return new Drivers(
            store, runners, ExecutionListener.NONE, new Cancellation(), InstantSource.fixed(Instant.EPOCH),
            RunRequest.Durability.RELAXED)
        .driver(items);
  }

  ExecutionDriver driver(OpenItemFiles.Source items) {
    KnownSecrets secrets = new KnownSecrets();
    SubPlaybooks none =
        new SubPlaybooks(
            file -> new io.noetl.application.port.PlaybookSource.Reading.Broken(file.toString(), List.of(), List.of()),
            runners,
            playbook -> {});
    PlaybookCalls calls =
        new PlaybookCalls(none, new LiteralTemplates(), false, new ConfidentialInputs(Environment.EMPTY, secrets));
    EventRecorder recorder = new EventRecorder("test-1", store, listener, secrets, clock, "worker-1");
    return new ExecutionDriver(runners, calls, recorder, cancellation, clock, durability, items);
  }
}
