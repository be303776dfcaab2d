package io.noetl.adapters.tasks.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * One exchange on its way: takes the body into memory or a file, gives up the connection when it grows beyond its limit,
 * and knows how far things have come when they go no further.
 */
final class Transfer implements BodyHandler<Transfer>, BodySubscriber<Transfer> {

  /** A response that is not taken; the message is the cause in a few words. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private final HttpCall call;
  private final CompletableFuture<Transfer> done = new CompletableFuture<>();
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream(512);
  private @Nullable FileChannel file;
  private @Nullable Subscription subscription;
  private long limit;
  private long received;
  private boolean connected;
  private boolean abandoned;

  /** When the headers were there, by {@link System#nanoTime}; 0 while they are not. */
  private long headersAt;

  Transfer(HttpCall call) {
    this.call = call;
  }

  /** The same body; the client asks for its length once there is a connection. */
  BodyPublisher watched(BodyPublisher body) {
    return new BodyPublisher() {
      @Override
      public long contentLength() {
        connected();
        return body.contentLength();
      }

      @Override
      public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        body.subscribe(subscriber);
      }
    };
  }

  private synchronized void connected() {
    connected = true;
  }

  @Override
  public synchronized BodySubscriber<Transfer> apply(ResponseInfo head) {
    headersAt = System.nanoTime();
    Handling handling = call.handling();
    limit = Download.isSaved(head.statusCode()) ? handling.maxSize() : Handling.BODY_LIMIT;
    try {
      checkLength(head);
      if (handling.download() != null && handling.saves(head.statusCode()) && !abandoned) {
        file = FileChannel.open(handling.download().partial(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      }
    } catch (Refused e) {
      done.completeExceptionally(e);
    } catch (IOException e) {
      done.completeExceptionally(notSaved(e));
    }
    return this;
  }

  /** Lengths that contradict each other leave open where the response ends (RFC 9112 §6.3). */
  private void checkLength(ResponseInfo head) throws Refused {
    List<String> lengths = head.headers().allValues("content-length").stream().map(String::strip).distinct().toList();
    if (lengths.size() > 1) {
      throw new Refused("the response has contradictory lengths: Content-Length " + String.join(" and ", lengths));
    }
    if (!lengths.isEmpty() && head.headers().firstValue("transfer-encoding").isPresent()) {
      throw new Refused("the response has both Content-Length and Transfer-Encoding, which contradict each other");
    }
    boolean withBody = !call.method().equals("HEAD") && head.statusCode() != 204 && head.statusCode() != 304;
    if (withBody && !lengths.isEmpty() && lengths.getFirst().matches("[0-9]{1,18}")
        && Long.parseLong(lengths.getFirst()) > limit) {
      throw tooLarge();
    }
  }

  private Refused tooLarge() {
    String more = call.handling().download() == null ? ", or write it to a file with 'save_to'" : "";
    return new Refused("the body is larger than max_size, " + limit + " bytes; raise 'max_size'" + more);
  }

  private Refused notSaved(IOException problem) {
    Download download = call.handling().download();
    return new Refused(SaveProblem.describe(download == null ? "" : download.shown(), problem));
  }

  @Override
  public CompletionStage<Transfer> getBody() {
    return done;
  }

  @Override
  public synchronized void onSubscribe(Subscription upstream) {
    subscription = upstream;
    if (done.isDone()) {
      upstream.cancel();
    } else {
      upstream.request(Long.MAX_VALUE);
    }
  }

  @Override
  public synchronized void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (done.isDone() || abandoned) {
        return;
      }
      try {
        append(buffer);
      } catch (Refused e) {
        refuse(e);
      } catch (IOException e) {
        refuse(notSaved(e));
      }
    }
  }

  private void append(ByteBuffer buffer) throws IOException {
    if (received + buffer.remaining() > limit) {
      throw tooLarge();
    }
    received += buffer.remaining();
    if (file != null) {
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      return;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    memory.write(bytes, 0, bytes.length);
  }

  private void refuse(Refused problem) {
    done.completeExceptionally(problem);
    closeFile();
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public synchronized void onError(Throwable problem) {
    closeFile();
    done.completeExceptionally(problem);
  }

  @Override
  public synchronized void onComplete() {
    closeFile();
    done.complete(this);
  }

  /** Takes nothing more; nothing is written after that. */
  synchronized void abandon() {
    abandoned = true;
    closeFile();
  }

  private void closeFile() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      done.completeExceptionally(notSaved(e));
    }
  }

  /** The body, empty when it is in a file. */
  synchronized byte[] bytes() {
    return memory.toByteArray();
  }

  /** The body when it is in a file. */
  synchronized @Nullable SavedBody saved() {
    Download download = call.handling().download();
    return file == null || download == null ? null : new SavedBody(download.partial(), received);
  }

  synchronized long headersAt() {
    return headersAt;
  }

  /** How far things have come, as the end of a message about the time that is used up. */
  synchronized String late(String limitShown) {
    String host = call.url().getRawAuthority();
    if (headersAt != 0) {
      return "the response was not complete within " + limitShown + ", " + received
          + " bytes of its body had come; raise 'timeout' if that is too short";
    }
    return connected
        ? "no response within " + limitShown + "; raise 'timeout' if the server needs longer"
        : "no connection to '" + host + "' within " + limitShown + "; check host and port, and that no firewall is between";
  }
}
