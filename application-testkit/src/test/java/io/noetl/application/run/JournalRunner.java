package io.noetl.application.run;

import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.task.TaskOutcome;
import io.noetl.domain.task.TaskRequest;
import io.noetl.domain.value.Value.MapValue;
import io.noetl.testkit.core.TaskAnswer;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A runner, of type {@code test} where nothing else is said, that writes down its calls; what it does is the test's. */
final class JournalRunner implements TaskRunner {

  /** What a task does, on the thread that runs it. */
  @FunctionalInterface
  interface Work {
    TaskOutcome run(TaskRequest request) throws InterruptedException;
  }

  private final Journal journal;
  private final String type;
  private Work work = request -> TaskAnswer.success(request.arguments());
  private Function<Task, Preparation> preparation = task -> new Preparation.Ready(new Parameters.None());
  private UnaryOperator<MapValue> description = received -> received;
  private Runnable finishing = () -> {};
  private Runnable closing = () -> {};

  JournalRunner(Journal journal) {
    this(journal, "test");
  }

  JournalRunner(Journal journal, String type) {
    this.journal = journal;
    this.type = type;
  }

  JournalRunner doing(Work what) {
    work = what;
    return this;
  }

  JournalRunner preparing(Function<Task, Preparation> how) {
    preparation = how;
    return this;
  }

  JournalRunner describing(UnaryOperator<MapValue> how) {
    description = how;
    return this;
  }

  JournalRunner finishing(Runnable what) {
    finishing = what;
    return this;
  }

  JournalRunner closing(Runnable what) {
    closing = what;
    return this;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public List<Preparation> prepare(List<Task> tasks) {
    journal.add("prepare " + tasks.stream().map(Task::name).toList());
    return tasks.stream().map(preparation).toList();
  }

  @Override
  public TaskOutcome run(TaskRequest request) throws InterruptedException {
    journal.add("run " + request.nodeId());
    return work.run(request);
  }

  @Override
  public MapValue described(MapValue received) {
    return description.apply(received);
  }

  @Override
  public void finish() {
    journal.add("finish runner");
    finishing.run();
  }

  @Override
  public void close() {
    journal.add("close runner");
    closing.run();
  }
}
