package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.Seconds;
import io.noetl.adapters.tasks.settings.SettingException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Follows redirects (RFC 9110 §15.4), at most five, each with a request of its own, never from https to http. 303 asks
 * with GET, and so do 301 and 302 after a POST, as browsers do; 307 and 308 repeat the request. Credentials in headers
 * do not go to another origin.
 */
final class RedirectingExchange implements HttpExchange {

  private static final int LIMIT = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpExchange exchange;

  RedirectingExchange(HttpExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public HttpAnswer exchange(HttpCall call, Duration remaining) throws TransportException, InterruptedException {
    long start = System.nanoTime();
    HttpCall current = call;
    HttpAnswer answer = exchange.exchange(call, remaining);
    Duration earlier = Duration.ZERO;
    for (int hops = 1; isRedirect(answer); hops++) {
      if (hops > LIMIT) {
        throw new TransportException("more than " + LIMIT + " redirects, the last to " + current.shownUrl());
      }
      current = redirected(current, answer);
      Duration left = remaining.minusNanos(System.nanoTime() - start);
      if (left.isNegative() || left.isZero()) {
        throw new TransportException("no complete response within " + Seconds.shown(call.timeout()));
      }
      earlier = earlier.plus(answer.elapsed());
      answer = exchange.exchange(current, left);
    }
    return answer.after(earlier);
  }

  private static boolean isRedirect(HttpAnswer answer) {
    return REDIRECTS.contains(answer.status()) && Header.first(answer.headers(), "location").isPresent();
  }

  private static HttpCall redirected(HttpCall call, HttpAnswer answer) throws TransportException {
    URI target = target(call, Header.first(answer.headers(), "location").orElseThrow());
    if (call.url().getScheme().equals("https") && target.getScheme().equals("http")) {
      throw new TransportException(
          "redirected from https to http, which is not followed: " + Credentials.masked(target.toString()));
    }
    boolean see = answer.status() == 303 || (answer.status() <= 302 && call.method().equals("POST"));
    String method = see && !call.method().equals("HEAD") ? "GET" : call.method();
    List<Header> headers = call.headers().stream().filter(header -> keeps(header, call.url(), target, see)).toList();
    return new HttpCall(method, target, headers, see ? null : call.body(), call.timeout());
  }

  private static URI target(HttpCall call, String location) throws TransportException {
    try {
      return Url.resolved(call.url(), location);
    } catch (SettingException e) {
      throw new TransportException("redirected to no valid URL: '" + Credentials.masked(location) + "'");
    }
  }

  private static boolean keeps(Header header, URI from, URI to, boolean withoutBody) {
    boolean describesBody = header.name().toLowerCase(Locale.ROOT).startsWith("content-");
    return !(withoutBody && describesBody) && (sameOrigin(from, to) || !Credentials.names(header.name()));
  }

  private static boolean sameOrigin(URI from, URI to) {
    return from.getScheme().equals(to.getScheme())
        && from.getHost().equalsIgnoreCase(to.getHost())
        && port(from).equals(port(to));
  }

  private static Optional<Integer> port(URI url) {
    int standard = url.getScheme().equals("https") ? 443 : 80;
    return url.getPort() == -1 || url.getPort() == standard ? Optional.empty() : Optional.of(url.getPort());
  }

  @Override
  public void finish() {
    exchange.finish();
  }

  @Override
  public void close() {
    exchange.close();
  }
}
