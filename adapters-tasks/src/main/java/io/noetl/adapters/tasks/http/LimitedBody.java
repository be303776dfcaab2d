package io.noetl.adapters.tasks.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Collects a body into memory and gives up the connection when it grows beyond a limit. */
final class LimitedBody implements BodySubscriber<byte[]> {

  /** The body was larger than it may be. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(long limit) {
      super("the body is larger than " + limit + " bytes, the most that a task may receive");
    }
  }

  private final long limit;
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private @Nullable Subscription subscription;

  LimitedBody(long limit) {
    this.limit = limit;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription upstream) {
    subscription = upstream;
    upstream.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (body.isDone()) {
        return;
      }
      append(buffer);
    }
  }

  private void append(ByteBuffer buffer) {
    if ((long) collected.size() + buffer.remaining() > limit) {
      body.completeExceptionally(new TooLarge(limit));
      if (subscription != null) {
        subscription.cancel();
      }
      return;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    collected.write(bytes, 0, bytes.length);
  }

  @Override
  public void onError(Throwable problem) {
    body.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    body.complete(collected.toByteArray());
  }
}
