package io.noetl.adapters.tasks.python;

import io.noetl.adapters.tasks.settings.Seconds;
import io.noetl.adapters.tasks.settings.SettingException;
import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.domain.value.Value.NullValue;
import io.noetl.domain.value.Value.TextValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code python} tasks in worker processes. What a task printed, and the traceback of its exception, are in the
 * metadata of its outcome under {@code stdout}, {@code stderr} and {@code traceback}.
 */
public final class PythonTaskRunner implements TaskRunner {

  /** How often a request goes to another worker because the one before was gone. */
  private static final int ATTEMPTS = 3;

  private final PythonInterpreter interpreter;
  private final WorkerPool pool;

  /**
   * A runner without workers as yet.
   *
   * @param workers the most processes at a time, at least 1
   */
  public PythonTaskRunner(PythonInterpreter interpreter, int workers) {
    WorkerCommand command = new WorkerCommand(interpreter);
    this.interpreter = interpreter;
    this.pool = new WorkerPool(() -> new PythonWorker(command.start()), workers);
  }

  /**
   * Begins to start a worker in the background, which takes some 50 to 250 ms; call it as soon as it is likely that there
   * are python tasks. A missing interpreter is told by {@link #prepare}.
   */
  public void warmUp() {
    pool.warmUp();
  }

  @Override
  public String type() {
    return "python";
  }

  @Override
  public List<Preparation> prepare(List<Task> tasks) {
    List<Preparation> preparations = new ArrayList<>();
    for (Task task : tasks) {
      preparations.add(prepare(task));
    }
    return preparations;
  }

  private Preparation prepare(Task task) {
    Optional<Problem> problem = PythonPreparation.settingsProblem(task);
    if (problem.isPresent()) {
      return new Preparation.Rejected(problem.get());
    }
    CodeText code = CodeText.of(task).orElseThrow();
    Reply reply = inspect(code);
    return switch (reply) {
      case Reply.Answered answered -> PythonPreparation.of(task, code, answered.answer());
      case Reply.NotReady notReady ->
          throw new InvalidRequestException(
              "python interpreter '" + interpreter.resolve() + "' " + notReady.how(), PythonInterpreter.remedy());
      case Reply.Unreadable unreadable -> PythonPreparation.rejected(task, unreadable.problem(), code.position());
      case Reply.Ended ended ->
          PythonPreparation.rejected(task, "compiling the code: the worker " + ended.how(), code.position());
      case Reply.Unsent unsent ->
          PythonPreparation.rejected(task, "compiling the code: no worker stays alive", code.position());
      case Reply.TimedOut timedOut ->
          PythonPreparation.rejected(task, "compiling the code takes too long", code.position());
    };
  }

  private Reply inspect(CodeText code) {
    Map<String, Value> request = new LinkedHashMap<>();
    request.put("op", Value.of("inspect"));
    request.put("code", Value.of(code.text().source()));
    request.put("line", Value.of(code.position().line()));
    try {
      return exchange(request, Duration.ofSeconds(60));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InvalidRequestException("interrupted while the python tasks were compiled", "", e);
    }
  }

  @Override
  public TaskOutcome run(TaskRequest request) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    String prefix = "python task '" + request.task().name() + "'";
    MapValue settings = request.settings();
    if (!(settings.valueOf("code") instanceof TextValue code)) {
      return PythonOutcome.failure(prefix + ": code must be text, not " + Value.kindOf(settings.valueOf("code")));
    }
    try {
      Value timeout = settings.valueOf("timeout");
      return run(request, code, timeout instanceof NullValue ? null : Seconds.timeout(timeout));
    } catch (SettingException | InvalidRequestException e) {
      return PythonOutcome.failure(prefix + ": " + e.getMessage());
    }
  }

  private TaskOutcome run(TaskRequest request, TextValue code, @Nullable Duration timeout)
      throws InterruptedException {
    CodeText place = CodeText.of(request.task()).orElse(new CodeText(code.value(), Position.START));
    Map<String, Value> call = new LinkedHashMap<>();
    call.put("op", Value.of("run"));
    call.put("code", code);
    call.put("line", Value.of(place.position().line()));
    call.put("name", Value.of(request.task().name()));
    call.put("arguments", request.arguments());
    Reply reply = exchange(call, timeout);
    return reply instanceof Reply.Answered answered
        ? PythonOutcome.of(answered.answer(), place)
        : PythonOutcome.failure("python task '" + request.task().name() + "': " + unanswered(reply, timeout));
  }

  private String unanswered(Reply reply, @Nullable Duration timeout) {
    return switch (reply) {
      case Reply.Answered answered -> "was answered";
      case Reply.Unreadable unreadable -> "the result is beyond the limits of JSON: " + unreadable.problem();
      case Reply.NotReady notReady -> "python interpreter '" + interpreter.resolve() + "' " + notReady.how();
      case Reply.Unsent unsent -> "no worker process stays alive";
      case Reply.Ended ended -> "the worker process " + ended.how() + " during the call";
      case Reply.TimedOut timedOut ->
          "ran longer than its timeout of " + Seconds.shown(timeout == null ? Duration.ZERO : timeout) + " and was ended";
    };
  }

  private Reply exchange(Map<String, Value> request, @Nullable Duration timeout) throws InterruptedException {
    String frame = JsonWriter.write(Value.of(request));
    Reply reply = new Reply.Unsent();
    for (int attempt = 0; attempt < ATTEMPTS && reply instanceof Reply.Unsent; attempt++) {
      reply = exchange(pool.acquire(), frame, timeout);
    }
    return reply;
  }

  private Reply exchange(PythonWorker worker, String frame, @Nullable Duration timeout) throws InterruptedException {
    Reply reply;
    try {
      reply = worker.call(frame, timeout);
    } catch (InterruptedException e) {
      pool.discard(worker);
      throw e;
    }
    switch (reply) {
      case Reply.Answered answered -> pool.release(worker);
      case Reply.Unreadable unreadable -> pool.release(worker);
      case Reply.NotReady notReady -> pool.drop(worker);
      case Reply.Unsent unsent -> pool.discard(worker);
      case Reply.Ended ended -> pool.discard(worker);
      case Reply.TimedOut timedOut -> pool.discard(worker);
    }
    return reply;
  }

  @Override
  public void close() {
    pool.close();
  }
}
