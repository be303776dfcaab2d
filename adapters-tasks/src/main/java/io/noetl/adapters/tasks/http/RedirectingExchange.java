package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.Seconds;
import io.noetl.adapters.tasks.settings.SettingException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Follows as many redirects (RFC 9110 §15.4) as a call allows, each with a request of its own, never from https to http.
 * 303 asks with GET, and so do 301 and 302 after a POST, as browsers do; 307 and 308 repeat the request. Credentials in
 * headers do not go to another origin. The time of the exchanges counts towards the timeout, not what lies between them.
 */
final class RedirectingExchange implements HttpExchange {

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final HttpExchange exchange;

  RedirectingExchange(HttpExchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public HttpAnswer exchange(HttpCall call, Duration remaining) throws TransportException, InterruptedException {
    int limit = call.handling().redirects();
    HttpCall current = call;
    HttpAnswer answer = exchange.exchange(call, remaining);
    Duration earlier = Duration.ZERO;
    Set<String> asked = new HashSet<>();
    for (int hops = 1; limit > 0 && isRedirect(answer); hops++) {
      if (hops > limit) {
        throw new TransportException(tooMany(limit, current, asked));
      }
      asked.add(current.url().toString());
      current = redirected(current, answer);
      earlier = earlier.plus(answer.elapsed());
      if (earlier.compareTo(remaining) >= 0) {
        throw new TransportException(
            "no complete response within " + Seconds.shown(call.timeout()) + "; redirects used the time up");
      }
      answer = exchange.exchange(current, remaining.minus(earlier));
    }
    return answer.after(earlier);
  }

  private static String tooMany(int limit, HttpCall last, Set<String> asked) {
    return asked.contains(last.url().toString())
        ? "the redirects go round in a circle: " + last.shownUrl() + " leads to itself"
        : "more than " + limit + " redirects, the last to " + last.shownUrl() + "; raise 'redirects' if that is right";
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
    return new HttpCall(method, target, headers, see ? null : call.body(), call.timeout(), call.handling());
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
