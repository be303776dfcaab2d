package io.noetl.application.port;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the task runners of a run. */
public interface TaskRunners {

  /** The types that can be run, as playbooks write them. */
  List<String> types();

  /**
   * One runner per type; the caller closes them.
   *
   * @throws io.noetl.application.error.InputException if the recording to be replayed cannot be read
   */
  List<TaskRunner> open(Options options);

  /**
   * How tasks reach the world.
   *
   * @param record the HAR file to write; null for none
   * @param replay the HAR file that answers in the place of the network; null for none
   * @param python the interpreter of python tasks; null for the first one on the path
   * @param store the path of the run's own event store, which no task may open; null if it is no file
   * @param redaction hides the run's secrets in what the runners write
   */
  record Options(
      @Nullable Path record,
      @Nullable Path replay,
      @Nullable String python,
      @Nullable Path store,
      Redaction redaction) {

    public static final Options LIVE = new Options(null, null, null);

    /** Options that name no store and hide nothing; the run adds that. */
    public Options(@Nullable Path record, @Nullable Path replay, @Nullable String python) {
      this(record, replay, python, null, Redaction.NONE);
    }

    /** The same options, naming the store of the run. */
    public Options withStore(@Nullable Path path) {
      return new Options(record, replay, python, path, redaction);
    }

    /** The same options, hiding the secrets of the run. */
    public Options withRedaction(Redaction secrets) {
      return new Options(record, replay, python, store, secrets);
    }
  }
}
