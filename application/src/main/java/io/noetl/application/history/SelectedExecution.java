package io.noetl.application.history;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.EventStore;
import io.noetl.application.port.ExecutionStart;
import io.noetl.application.run.NearestText;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the execution that a selection means, or says which ones there are. */
public final class SelectedExecution {

  private static final int NAMED = 5;

  private SelectedExecution() {}

  /**
   * The execution that is meant.
   *
   * @throws InvalidRequestException if the store has no such execution
   */
  public static ExecutionStart in(EventStore store, Selection.One selection) {
    return switch (selection) {
      case Selection.Last last -> store.starts().stream().findFirst().orElseThrow(() -> emptyStore(store));
      case Selection.Id id -> store.start(id.executionId()).orElseThrow(() -> unknown(store, id.executionId()));
    };
  }

  static InvalidRequestException emptyStore(EventStore store) {
    return new InvalidRequestException(
        "the store " + store.location() + " holds no executions", "run a playbook first, or name another store");
  }

  private static InvalidRequestException unknown(EventStore store, String executionId) {
    List<String> known = store.starts().stream().map(ExecutionStart::executionId).toList();
    if (known.isEmpty()) {
      return emptyStore(store);
    }
    return new InvalidRequestException(
        "no execution '" + executionId + "' in the store " + store.location(),
        NearestText.to(executionId, known)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElseGet(() -> latest(known)));
  }

  private static String latest(List<String> known) {
    String named = known.stream().limit(NAMED).collect(Collectors.joining(", "));
    int more = known.size() - NAMED;
    return more > 0 ? "the latest are " + named + " and there are " + more + " more" : "it holds " + named;
  }
}
