package io.noetl.adapters.tasks.har;

import io.noetl.adapters.tasks.http.HttpAnswer;
import io.noetl.adapters.tasks.http.HttpCall;
import io.noetl.adapters.tasks.http.HttpExchange;
import io.noetl.adapters.tasks.http.RequestBody;
import io.noetl.adapters.tasks.http.TransportException;
import io.noetl.application.port.Redaction;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Writes every request and what came of it to a HAR file while another exchange does the work. Entries stand in the order
 * in which the exchanges ended.
 */
public final class RecordingExchange implements HttpExchange {

  private final HttpExchange exchange;
  private final InstantSource clock;
  private final HarFile file;
  private final HiddenSecrets hidden;

  /**
   * Begins a recording; an older file of that name stays as it is until {@link #finish}.
   *
   * @param exchange is closed with this one
   * @param version the version of this program, for the file's {@code creator}
   * @param redaction hides secrets in what is recorded
   * @throws io.noetl.application.error.InvalidRequestException if the file cannot be written there
   */
  public RecordingExchange(
      HttpExchange exchange, Path har, String version, InstantSource clock, Redaction redaction) {
    this.exchange = exchange;
    this.clock = clock;
    this.file = new HarFile(har, version);
    this.hidden = new HiddenSecrets(redaction);
  }

  @Override
  public HttpAnswer exchange(HttpCall call, Duration remaining) throws TransportException, InterruptedException {
    MapValue postData = postData(call);
    Instant started = clock.instant();
    long start = System.nanoTime();
    try {
      HttpAnswer answer = exchange.exchange(call, remaining);
      add(call, postData, answer);
      return answer;
    } catch (TransportException e) {
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      file.add(hidden.in(HarEntry.of(call, postData, String.valueOf(e.getMessage()), started, elapsed)));
      throw e;
    }
  }

  private void add(HttpCall call, MapValue postData, HttpAnswer answer) {
    try {
      file.add(hidden.in(HarEntry.of(call, postData, answer)));
    } catch (IOException e) {
      file.broken(e);
    }
  }

  /** The body of a call as a HAR has it, empty when there is none. */
  static MapValue postData(HttpCall call) throws TransportException {
    RequestBody body = call.body();
    try {
      return body == null ? Value.EMPTY_MAP : PostData.of(body);
    } catch (IOException e) {
      throw new TransportException("a file that the request sends cannot be read: " + e.getMessage());
    }
  }

  /**
   * Puts the file in its place.
   *
   * @throws io.noetl.application.error.ExportException if that fails, or an exchange could not be recorded
   */
  @Override
  public void finish() {
    exchange.finish();
    file.finish();
  }

  /** Ends the other exchange and gives up a recording that was not finished. */
  @Override
  public void close() {
    try (file) {
      exchange.close();
    }
  }
}
