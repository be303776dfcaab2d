package io.noetl.adapters.tasks.http;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Answers from a script, in order, and remembers the calls. */
public final class ScriptedExchange implements HttpExchange {

  public static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.678901Z");

  private final Deque<Object> script = new ArrayDeque<>();
  private final List<HttpCall> calls = new ArrayList<>();
  private boolean closed;

  /** An answer that waited 100 ms and took 250 ms in all; {@code headers} are names and values by turns. */
  public ScriptedExchange answer(int status, String body, String... headers) {
    return answer(status, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  public ScriptedExchange answer(int status, byte[] body, String... headers) {
    List<Header> all = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.add(new Header(headers[i], headers[i + 1]));
    }
    Content content = Content.of(Header.first(all, "content-type").orElse(""), body);
    script.add(
        new HttpAnswer("", status, "HTTP/1.1", all, content, STARTED, Duration.ofMillis(100), Duration.ofMillis(250)));
    return this;
  }

  public ScriptedExchange fail(String problem) {
    script.add(new TransportException(problem));
    return this;
  }

  public List<HttpCall> calls() {
    return calls;
  }

  public boolean closed() {
    return closed;
  }

  @Override
  public HttpAnswer exchange(HttpCall call, Duration remaining) throws TransportException {
    calls.add(call);
    Object next = script.remove();
    if (next instanceof TransportException problem) {
      throw problem;
    }
    HttpAnswer answer = (HttpAnswer) next;
    return new HttpAnswer(
        call.url().toString(), answer.status(), answer.version(), answer.headers(), answer.content(),
        answer.started(), answer.waited(), answer.elapsed());
  }

  @Override
  public void close() {
    closed = true;
  }
}
