package io.noetl.adapters.tasks.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One response.
 *
 * @param url what was asked, after redirects
 * @param content the body; empty when it is in a file
 * @param saved the body when it is in a file
 * @param version {@code HTTP/1.1}, {@code HTTP/2}
 * @param started when the request was sent
 * @param waited from then until the headers were there
 * @param elapsed from then until the body was complete
 */
public record HttpAnswer(
    String url,
    int status,
    String version,
    List<Header> headers,
    Content content,
    @Nullable SavedBody saved,
    Instant started,
    Duration waited,
    Duration elapsed) {

  public HttpAnswer {
    headers = List.copyOf(headers);
  }

  /** An answer whose body is in memory. */
  public HttpAnswer(
      String url,
      int status,
      String version,
      List<Header> headers,
      Content content,
      Instant started,
      Duration waited,
      Duration elapsed) {
    this(url, status, version, headers, content, null, started, waited, elapsed);
  }

  /** The same answer with the time that the exchanges before it took added to its own. */
  HttpAnswer after(Duration earlier) {
    return new HttpAnswer(url, status, version, headers, content, saved, started, waited, elapsed.plus(earlier));
  }
}
