package io.noetl.application.port;

import io.noetl.application.run.RunRequest.Tasks;
import java.util.List;

/** Makes the task runners of a run. */
public interface TaskRunners {

  /** The types that can be run, as playbooks write them. */
  List<String> types();

  /**
   * One runner per type; the caller closes them.
   *
   * @throws io.noetl.application.error.InputException if the recording to be replayed cannot be read
   */
  List<TaskRunner> open(Tasks options);
}
