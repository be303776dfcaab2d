package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.Content;
import io.noetl.adapters.tasks.http.Header;
import io.noetl.adapters.tasks.http.HttpAnswer;
import io.noetl.adapters.tasks.http.HttpCall;
import io.noetl.adapters.tasks.http.TransportException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a HAR holds of one response.
 *
 * @param status 0 when there was no response
 * @param problem why there was none, or why its body was not recorded; empty if all of it is there
 */
record RecordedAnswer(
    int status, String version, List<Header> headers, Content content, Duration elapsed, String problem) {

  /** The answer to a call; failing it again if it failed when it was recorded. */
  HttpAnswer to(HttpCall call) throws TransportException {
    if (status == 0 || !problem.isEmpty()) {
      throw new TransportException(problem.isEmpty() ? "the recording has no response to this request" : problem);
    }
    return new HttpAnswer(
        call.url().toString(), status, version, headers, content, Instant.EPOCH, elapsed, elapsed);
  }
}
