package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.Seconds;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over the network with the JDK's client, which is made at the first request. HTTP/2 is offered over TLS
 * only, so that plain servers never see an upgrade. Bodies are not asked for in compressed form.
 */
public final class LiveExchange implements HttpExchange {

  /** The most bytes that a body may have: 64 MiB. */
  public static final long BODY_LIMIT = 64L << 20;

  private final InstantSource clock;
  private final long bodyLimit;
  private @Nullable HttpClient client;

  public LiveExchange(InstantSource clock) {
    this(clock, BODY_LIMIT);
  }

  LiveExchange(InstantSource clock, long bodyLimit) {
    this.clock = clock;
    this.bodyLimit = bodyLimit;
  }

  @Override
  public HttpAnswer exchange(HttpCall call, Duration remaining) throws TransportException, InterruptedException {
    AtomicLong headersAt = new AtomicLong();
    BodyHandler<byte[]> handler =
        head -> {
          headersAt.set(System.nanoTime());
          return new LimitedBody(bodyLimit);
        };
    Instant started = clock.instant();
    long start = System.nanoTime();
    HttpResponse<byte[]> response = response(call, client().sendAsync(request(call), handler), remaining);
    long end = System.nanoTime();
    return answer(call, response, started, microseconds(headersAt.get() - start), microseconds(end - start));
  }

  /** Whole microseconds, which a HAR file keeps exactly. */
  private static Duration microseconds(long nanoseconds) {
    return Duration.ofNanos(Math.max(0, nanoseconds)).truncatedTo(ChronoUnit.MICROS);
  }

  private static HttpResponse<byte[]> response(
      HttpCall call, CompletableFuture<HttpResponse<byte[]>> pending, Duration remaining)
      throws TransportException, InterruptedException {
    try {
      return pending.get(remaining.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new TransportException("no complete response within " + Seconds.shown(call.timeout()), e);
    } catch (InterruptedException e) {
      pending.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new TransportException(TransportProblem.describe(cause, call.url()), cause);
    }
  }

  private static HttpRequest request(HttpCall call) {
    Content body = call.body();
    boolean tls = call.url().getScheme().equals("https");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.url())
            .version(tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .method(call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body.bytes()));
    call.headers().forEach(header -> request.header(header.name(), header.value()));
    return request.build();
  }

  private static HttpAnswer answer(
      HttpCall call, HttpResponse<byte[]> response, Instant started, Duration waited, Duration elapsed) {
    List<Header> headers = new ArrayList<>();
    response.headers().map().forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    headers.removeIf(header -> header.name().startsWith(":"));
    String version = response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
    Content content = Content.of(Header.first(headers, "content-type").orElse(""), response.body());
    return new HttpAnswer(
        call.url().toString(), response.statusCode(), version, headers, content, started, waited, elapsed);
  }

  private synchronized HttpClient client() {
    HttpClient current = client;
    if (current == null) {
      current = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
      client = current;
    }
    return current;
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.shutdownNow();
      client = null;
    }
  }
}
