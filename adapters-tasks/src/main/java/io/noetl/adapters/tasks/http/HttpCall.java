package io.noetl.adapters.tasks.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param method in upper case
 * @param url absolute, http or https, without user info and fragment, percent-encoded
 * @param body null when nothing is sent
 * @param timeout how long the whole exchange may take, redirects and body included
 */
public record HttpCall(
    String method, URI url, List<Header> headers, @Nullable RequestBody body, Duration timeout, Handling handling) {

  public HttpCall {
    headers = List.copyOf(headers);
  }

  /** A call whose response is handled as usual. */
  public HttpCall(String method, URI url, List<Header> headers, @Nullable RequestBody body, Duration timeout) {
    this(method, url, headers, body, timeout, Handling.USUAL);
  }

  /** {@code GET https://host/path}, without credentials. */
  public String shown() {
    return method + " " + shownUrl();
  }

  /** The URL without credentials. */
  public String shownUrl() {
    return Credentials.masked(url.toString());
  }
}
