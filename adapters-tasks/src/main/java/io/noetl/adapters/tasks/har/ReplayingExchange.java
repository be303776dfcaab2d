package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.HttpAnswer;
import io.noetl.adapters.tasks.http.HttpCall;
import io.noetl.adapters.tasks.http.HttpExchange;
import io.noetl.adapters.tasks.http.TransportException;
import io.noetl.application.port.Redaction;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Answers requests from a HAR file, without any network: by method, URL and body, in recorded order where the same request
 * was recorded several times. Status, headers, body and time are the recorded ones.
 */
public final class ReplayingExchange implements HttpExchange {

  private final Path har;
  private final Recording recording;
  private final HiddenSecrets hidden;

  /**
   * Reads a recording.
   *
   * @param redaction hides secrets in requests as they were hidden when they were recorded
   * @throws io.noetl.application.error.InputException if the file is missing, unreadable or no HAR
   */
  public ReplayingExchange(Path har, Redaction redaction) {
    this.har = har;
    this.hidden = new HiddenSecrets(redaction);
    this.recording = HarReader.read(har);
  }

  @Override
  public HttpAnswer exchange(HttpCall call, Duration remaining) throws TransportException {
    return switch (recording.take(RequestKey.of(call.method(), hidden.in(call.url()), hidden.in(RecordingExchange.postData(call))))) {
      case Recording.Found.Answer found -> found.answer().to(call);
      case Recording.Found.UsedUp usedUp -> throw new TransportException(usedUp(usedUp.recorded()));
      case Recording.Found.Unknown unknown ->
          throw new TransportException(
              "no such request in '" + har + "'; "
                  + unknown.nearest().map(nearest -> "the nearest recorded one is " + nearest).orElse("it is empty"));
    };
  }

  private String usedUp(int recorded) {
    return recorded == 1
        ? "the only answer to this request in '" + har + "' is used up"
        : "all " + recorded + " answers to this request in '" + har + "' are used up";
  }

  @Override
  public void close() {}
}
