package io.noetl.adapters.tasks.http;

import io.noetl.adapters.tasks.settings.Seconds;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over the network with the JDK's client, which is made at the first request. HTTP/2 is offered over TLS
 * only, so that plain servers never see an upgrade. Bodies are not asked for in compressed form.
 */
public final class LiveExchange implements HttpExchange {

  /** Threads of the client; some more than processors, since a name may be slow to resolve and a disk to write. */
  private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

  private final InstantSource clock;
  private final @Nullable SSLContext trust;
  private @Nullable HttpClient client;
  private @Nullable ExecutorService threads;

  public LiveExchange(InstantSource clock) {
    this(clock, null);
  }

  /** As above, with the certificates to trust; null for those that the JDK trusts. */
  LiveExchange(InstantSource clock, @Nullable SSLContext trust) {
    this.clock = clock;
    this.trust = trust;
  }

  @Override
  public HttpAnswer exchange(HttpCall call, Duration remaining) throws TransportException, InterruptedException {
    Transfer transfer = new Transfer(call);
    HttpRequest request = request(call, transfer);
    Instant started = clock.instant();
    long start = System.nanoTime();
    HttpResponse<Transfer> response = response(call, transfer, client().sendAsync(request, transfer), remaining);
    long end = System.nanoTime();
    return answer(call, response, started, microseconds(transfer.headersAt() - start), microseconds(end - start));
  }

  /** Whole microseconds, which a HAR file keeps exactly. */
  private static Duration microseconds(long nanoseconds) {
    return Duration.ofNanos(Math.max(0, nanoseconds)).truncatedTo(ChronoUnit.MICROS);
  }

  private static HttpResponse<Transfer> response(
      HttpCall call, Transfer transfer, CompletableFuture<HttpResponse<Transfer>> pending, Duration remaining)
      throws TransportException, InterruptedException {
    try {
      return pending.get(remaining.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      transfer.abandon();
      pending.cancel(true);
      throw new TransportException(transfer.late(Seconds.shown(call.timeout())), e);
    } catch (InterruptedException e) {
      transfer.abandon();
      pending.cancel(true);
      throw e;
    } catch (ExecutionException e) {
      transfer.abandon();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new TransportException(TransportProblem.describe(cause, call.url()), cause);
    }
  }

  private static HttpRequest request(HttpCall call, Transfer transfer) throws TransportException {
    boolean tls = call.url().getScheme().equals("https");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.url())
            .version(tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
            .method(call.method(), transfer.watched(BodyPublishing.of(call.body())));
    call.headers().forEach(header -> request.header(header.name(), header.value()));
    return request.build();
  }

  private static HttpAnswer answer(
      HttpCall call, HttpResponse<Transfer> response, Instant started, Duration waited, Duration elapsed) {
    List<Header> headers = new ArrayList<>();
    response.headers().map().forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    headers.removeIf(header -> header.name().startsWith(":"));
    String version = response.version() == HttpClient.Version.HTTP_2 ? "HTTP/2" : "HTTP/1.1";
    Content content = Content.of(Header.first(headers, "content-type").orElse(""), response.body().bytes());
    SavedBody saved = response.body().saved();
    return new HttpAnswer(
        call.url().toString(), response.statusCode(), version, headers, content, saved, started, waited, elapsed);
  }

  private synchronized HttpClient client() {
    HttpClient current = client;
    if (current == null) {
      threads = Executors.newFixedThreadPool(THREADS, Thread.ofPlatform().daemon().name("http-", 1).factory());
      HttpClient.Builder builder = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).executor(threads);
      current = trust == null ? builder.build() : builder.sslContext(trust).build();
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
    if (threads != null) {
      threads.shutdown();
      threads = null;
    }
  }
}
