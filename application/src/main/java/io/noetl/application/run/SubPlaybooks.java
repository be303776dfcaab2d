package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PlaybookSource;
import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.playbook.ValueTemplate;
import io.noetl.domain.task.TaskTimeout;
import io.noetl.domain.template.Problem;
import io.noetl.domain.value.JsonWriter;
import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.TextValue;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The playbooks that tasks of type {@value #TYPE} call. One whose path is no template is read and checked before anything
 * runs, with all that it calls itself; any other when it is called. Each file is read once. Paths are relative to the file
 * that calls. Not for several threads.
 */
final class SubPlaybooks {

  /** The type of the tasks that call playbooks. */
  static final String TYPE = "playbook";

  /** The setting that names the file. */
  static final String PATH = "path";

  /** The setting that says how long the called playbook may take. */
  static final String TIMEOUT = "timeout";

  private final PlaybookSource source;
  private final Map<String, TaskRunner> runners;
  private final Consumer<Playbook> demands;
  private final Map<Path, Called> read = new HashMap<>();

  /**
   * @param runners by the type of task they run
   * @param demands looks at what a playbook needs beside its tasks; throws InvalidRequestException where that is missing
   */
  SubPlaybooks(PlaybookSource source, Map<String, TaskRunner> runners, Consumer<Playbook> demands) {
    this.source = source;
    this.runners = runners;
    this.demands = demands;
  }

  /** What a file holds. */
  private sealed interface Called {

    /** A sound playbook with the parameters of its tasks. */
    record Ready(Playbook playbook) implements Called {}

    /** It cannot be run. */
    record Refused(String reason) implements Called {}

    /** It is being looked at: it calls itself, through others perhaps. */
    record Recursive() implements Called {}
  }

  /** What is wrong with a task that calls a playbook, or with that playbook; nothing when that shows only while running. */
  Optional<Problem> check(Playbook caller, Task task) {
    ValueTemplate timeout = task.settings().entries().get(TIMEOUT);
    Value longest = timeout == null ? Value.NULL : timeout.constant().orElse(Value.NULL);
    if (timeout != null && !longest.equals(Value.NULL) && TaskTimeout.of(longest).isEmpty()) {
      return Optional.of(new Problem(TaskTimeout.problem(longest), timeout.position()));
    }
    ValueTemplate path = task.settings().entries().get(PATH);
    return path == null ? Optional.empty() : checkPath(caller, path);
  }

  private Optional<Problem> checkPath(Playbook caller, ValueTemplate path) {
    if (path.constant().isEmpty()) {
      return Optional.empty();
    }
    if (!(path.constant().get() instanceof TextValue constant)) {
      String written = JsonWriter.write(path.constant().get());
      return Optional.of(new Problem("'path' must be the path of a playbook, not " + written, path.position()));
    }
    return called(caller, constant.value()) instanceof Called.Refused refused
        ? Optional.of(new Problem(refused.reason(), path.position()))
        : Optional.empty();
  }

  /**
   * The playbook at a path.
   *
   * @throws InvalidRequestException if it cannot be run
   */
  Playbook playbook(Playbook caller, String path) {
    return switch (called(caller, path)) {
      case Called.Ready ready -> ready.playbook();
      case Called.Refused refused -> throw new InvalidRequestException(refused.reason(), "");
      case Called.Recursive recursive ->
          throw new IllegalStateException("playbook '" + path + "' is called while it is being read");
    };
  }

  private Called called(Playbook caller, String path) {
    if (path.isBlank()) {
      return new Called.Refused("'path' is empty; it names the playbook to run, relative to the file that calls it");
    }
    Path file;
    try {
      file = Path.of(caller.file()).resolveSibling(path).normalize();
    } catch (InvalidPathException e) {
      return new Called.Refused("'" + path + "' is no path: " + e.getReason());
    }
    Called known = read.get(file);
    if (known == null) {
      read.put(file, new Called.Recursive());
      known = read(file);
      read.put(file, known);
    }
    return known;
  }

  private Called read(Path file) {
    try {
      return switch (source.read(file)) {
        case Reading.Sound sound -> prepared(sound.playbook());
        case Reading.Broken broken -> refused(broken.file(), broken.errors());
      };
    } catch (InvalidRequestException e) {
      return new Called.Refused(e.getMessage() + (e.remedy().isEmpty() ? "" : "; " + e.remedy()));
    }
  }

  private Called prepared(Playbook playbook) {
    TaskPreparation preparation = new TaskPreparation(playbook, runners, this);
    preparation.prepareAll();
    demands.accept(playbook);
    return preparation.problems().isEmpty()
        ? new Called.Ready(preparation.prepared())
        : refused(playbook.file(), preparation.problems());
  }

  private static Called refused(String file, List<Problem> problems) {
    List<Problem> inOrder = new ArrayList<>(problems);
    inOrder.sort(Problem.IN_FILE_ORDER);
    Problem first = inOrder.getFirst();
    String more = inOrder.size() == 1 ? "" : " (and " + (inOrder.size() - 1) + " more; see noetl validate " + file + ")";
    return new Called.Refused(
        "'" + file + "' cannot be run: " + file + ":" + first.position() + ": " + first.message() + more);
  }
}
