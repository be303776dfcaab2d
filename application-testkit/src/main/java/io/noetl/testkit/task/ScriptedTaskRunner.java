package io.noetl.testkit.task;

import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A task runner that answers from a script, by the name of the task, and remembers what it was asked. A task that the
 * script does not name, and one whose answers are used up, is an {@link AssertionError}.
 */
public final class ScriptedTaskRunner implements TaskRunner {

  /** What a scripted task does. */
  @FunctionalInterface
  public interface Answer {
    TaskOutcome to(TaskRequest request) throws InterruptedException;
  }

  private final String type;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, Preparation> preparations = new ConcurrentHashMap<>();
  private final List<TaskRequest> requests = new ArrayList<>();
  private boolean closed;

  public ScriptedTaskRunner(String type) {
    this.type = type;
  }

  /** The task answers with these, one a call. */
  public ScriptedTaskRunner answer(String task, TaskOutcome... outcomes) {
    Deque<TaskOutcome> left = new ArrayDeque<>(List.of(outcomes));
    return answer(task, request -> next(task, left, outcomes.length));
  }

  /** The task succeeds with this data at every call. */
  public ScriptedTaskRunner answer(String task, Value data) {
    return answer(task, request -> success(data));
  }

  /** The task does this at every call. */
  public ScriptedTaskRunner answer(String task, Answer answer) {
    answers.put(task, answer);
    return this;
  }

  /** The task has these parameters; one that is not told about accepts any arguments. */
  public ScriptedTaskRunner accept(String task, Parameters parameters) {
    preparations.put(task, new Preparation.Ready(parameters));
    return this;
  }

  /** Looking at the task finds this problem. */
  public ScriptedTaskRunner reject(String task, Problem problem) {
    preparations.put(task, new Preparation.Rejected(problem));
    return this;
  }

  /** What was asked so far, in the order of arrival. */
  public List<TaskRequest> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  /** Whether {@link #close()} was called. */
  public boolean closed() {
    return closed;
  }

  public static TaskOutcome success(Value data) {
    return new TaskOutcome.Success(data, Value.EMPTY_MAP);
  }

  public static TaskOutcome failure(String error) {
    return new TaskOutcome.Failure(error, null, null, Value.EMPTY_MAP);
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public List<Preparation> prepare(List<Task> tasks) {
    Preparation open = new Preparation.Ready(new Parameters.Named(List.of(), true));
    return tasks.stream().map(task -> preparations.getOrDefault(task.name(), open)).toList();
  }

  @Override
  public TaskOutcome run(TaskRequest request) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    synchronized (requests) {
      requests.add(request);
    }
    Answer answer = answers.get(request.task().name());
    if (answer == null) {
      throw new AssertionError("the script has no answer for task '" + request.task().name() + "'");
    }
    return answer.to(request);
  }

  @Override
  public void close() {
    closed = true;
  }

  private static TaskOutcome next(String task, Deque<TaskOutcome> left, int scripted) {
    @Nullable TaskOutcome outcome;
    synchronized (left) {
      outcome = left.poll();
    }
    if (outcome == null) {
      throw new AssertionError("task '" + task + "' was called more than the " + scripted + " times of its script");
    }
    return outcome;
  }
}
