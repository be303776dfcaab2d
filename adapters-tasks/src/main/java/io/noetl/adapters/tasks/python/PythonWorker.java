package io.noetl.adapters.tasks.python;

import io.noetl.domain.value.JsonException;
import io.noetl.domain.value.JsonReader;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.ListValue;
import io.noetl.domain.value.Value.MapValue;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One CPython process. Used by one thread at a time. Its answers are read by a thread of its own, and long requests are
 * written by one, so that whoever waits can be interrupted.
 */
final class PythonWorker {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  /** The most bytes of an answer: a result of 64 MiB of JSON, and what was printed. */
  private static final int FRAME_LIMIT = 66 << 20;

  /** What every pipe takes at once (POSIX: PIPE_BUF of Linux); between calls it is empty. */
  private static final int PIPE_ROOM = 4096;

  /** Stands for the end of the process's output. */
  private static final byte[] END = new byte[0];

  /** Leaves the time to read an answer that is in the pipe already. */
  private static final Executor LATER = CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private final Process process;
  private final OutputStream requests;
  private final BlockingQueue<byte[]> answers = new LinkedBlockingQueue<>();

  /** Tells the end of the process where a child of the task holds the pipe open. */
  private final CompletableFuture<Void> exit;

  /** Completes when the process has ended or is being killed. */
  private final CompletableFuture<Void> over;

  private boolean ready;
  private volatile boolean sending;

  PythonWorker(Process process) {
    this.process = process;
    this.requests = process.getOutputStream();
    Thread.ofPlatform().daemon().name("python-worker-" + process.pid()).start(this::readAnswers);
    this.exit = process.onExit().thenRunAsync(() -> answers.add(END), LATER);
    this.over = exit.exceptionally(cancelled -> null);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param timeout from sending on; null waits without limit
   * @throws InterruptedException if the calling thread was interrupted; the worker is to be killed then
   */
  Reply call(String request, @Nullable Duration timeout) throws InterruptedException {
    if (!ready) {
      Reply.@Nullable NotReady problem = awaitReady();
      if (problem != null) {
        return problem;
      }
      ready = true;
    }
    long start = System.nanoTime();
    Reply unsent = send(request, timeout);
    if (unsent != null) {
      return unsent;
    }
    byte[] answer =
        timeout == null
            ? answers.take()
            : answers.poll(timeout.toNanos() - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
    if (answer == null) {
      return new Reply.TimedOut();
    }
    return answer.length == END.length ? new Reply.Ended(ending()) : read(answer);
  }

  private static Reply read(byte[] answer) {
    try {
      Value value = JsonReader.read(new String(answer, StandardCharsets.UTF_8));
      return value instanceof MapValue map ? new Reply.Answered(map) : new Reply.Unreadable("it is no map");
    } catch (JsonException e) {
      return new Reply.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private Reply.@Nullable NotReady awaitReady() throws InterruptedException {
    byte[] first = answers.poll(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    if (first == null) {
      return new Reply.NotReady("was not ready after " + START_LIMIT.toSeconds() + " s");
    }
    if (first.length == END.length) {
      return new Reply.NotReady(ending() + " before it was ready");
    }
    if (!(read(first) instanceof Reply.Answered answered && answered.answer().valueOf("ready") instanceof ListValue ready)) {
      return new Reply.NotReady("does not behave as Python does");
    }
    return problem(ready.items().stream().map(JsonWriter::write).toList());
  }

  /** What is wrong with a version of Python: major, minor, micro. */
  private static Reply.@Nullable NotReady problem(List<String> version) {
    boolean recent = version.getFirst().equals("3") && Integer.parseInt(version.get(1)) >= 8;
    String shown = String.join(".", version);
    return recent ? null : new Reply.NotReady("is Python " + shown + ", and tasks need 3.8 or newer");
  }

  /** Why the request did not get to the process; null when it did. */
  private @Nullable Reply send(String request, @Nullable Duration timeout) throws InterruptedException {
    byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
    byte[] frame = ByteBuffer.allocate(4 + bytes.length).putInt(bytes.length).put(bytes).array();
    sending = true;
    if (frame.length <= PIPE_ROOM) {
      return write(frame) ? null : new Reply.Unsent();
    }
    CompletableFuture<Boolean> written =
        CompletableFuture.supplyAsync(
            () -> write(frame),
            task -> Thread.ofPlatform().daemon().name("python-worker-request-" + process.pid()).start(task));
    try {
      CompletableFuture<Object> either = CompletableFuture.anyOf(written, over);
      Object first = timeout == null ? either.get() : either.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
      return Boolean.TRUE.equals(first) || written.getNow(false) ? null : new Reply.Unsent();
    } catch (TimeoutException e) {
      return new Reply.TimedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot write to the python worker", e);
    }
  }

  private boolean write(byte[] frame) {
    try {
      requests.write(frame);
      requests.flush();
      return true;
    } catch (IOException e) {
      return false;
    } finally {
      sending = false;
    }
  }

  private void readAnswers() {
    try (DataInputStream input = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
      while (true) {
        int length = input.readInt();
        if (length <= 0 || length > FRAME_LIMIT) {
          return;
        }
        byte[] frame = input.readNBytes(length);
        if (frame.length < length) {
          return;
        }
        answers.add(frame);
      }
    } catch (IOException e) {
      // the end of the output, or of this worker
    } finally {
      answers.add(END);
    }
  }

  /** How the process ended, as a clause. */
  private String ending() throws InterruptedException {
    if (!process.waitFor(2, TimeUnit.SECONDS)) {
      return "closed its pipe to noetl";
    }
    int status = process.exitValue();
    return switch (status) {
      case 128 + 6 -> "was ended by signal 6 (abort)";
      case 128 + 9 -> "was ended by signal 9 (kill)";
      case 128 + 11 -> "was ended by signal 11 (segmentation fault)";
      case 128 + 15 -> "was ended by signal 15 (terminate)";
      default -> "ended with status " + status;
    };
  }

  /**
   * Ends the process and all that it started. A worker kills its own process group when its input ends; one that is
   * stuck where it cannot is killed from here.
   */
  void kill() {
    exit.cancel(false);
    try {
      if (!sending) {
        requests.close();
        if (process.waitFor(200, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (IOException e) {
      // the process is gone, or is ended below
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
