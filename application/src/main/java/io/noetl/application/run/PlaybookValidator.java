package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PlaybookSource;
import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunners;
import io.noetl.domain.playbook.Task;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks playbooks through the ports it is given. */
public final class PlaybookValidator implements ValidatePlaybook {

  private final PlaybookSource playbooks;
  private final TaskRunners taskRunners;

  public PlaybookValidator(PlaybookSource playbooks, TaskRunners taskRunners) {
    this.playbooks = playbooks;
    this.taskRunners = taskRunners;
  }

  @Override
  public void validate(List<Path> files, @Nullable String python, Consumer<ValidationReport> reports) {
    TaskRunners.Options options = new TaskRunners.Options(null, null, python);
    try (OpenRunners runners = new OpenRunners(taskRunners.open(options))) {
      files.forEach(file -> reports.accept(check(file, runners.byType())));
    }
  }

  private ValidationReport check(Path file, Map<String, TaskRunner> runners) {
    try {
      return switch (playbooks.read(file)) {
        case Reading.Broken broken ->
            ValidationReport.Checked.of(file.toString(), broken.errors(), broken.warnings());
        case Reading.Sound sound -> check(file, sound, runners);
      };
    } catch (InvalidRequestException e) {
      return new ValidationReport.Unreadable(file.toString(), text(e));
    }
  }

  private ValidationReport check(Path file, Reading.Sound sound, Map<String, TaskRunner> runners) {
    TaskPreparation preparation =
        new TaskPreparation(sound.playbook(), runners, new SubPlaybooks(playbooks, runners, playbook -> {}));
    List<Problem> warnings = new ArrayList<>(sound.warnings());
    preparation
        .tasksByType()
        .forEach(
            (type, tasks) -> {
              try {
                preparation.prepare(type, tasks);
              } catch (InvalidRequestException e) {
                warnings.add(new Problem(type + " tasks are not checked: " + text(e), first(tasks)));
              }
            });
    warnings.addAll(ParameterCheck.warnings(preparation.prepared()));
    return ValidationReport.Checked.of(file.toString(), preparation.problems(), warnings);
  }

  private static Position first(List<Task> tasks) {
    return tasks.stream().map(Task::position).min(Position.IN_FILE_ORDER).orElse(Position.START);
  }

  private static String text(InvalidRequestException problem) {
    return problem.getMessage() + (problem.remedy().isEmpty() ? "" : "; " + problem.remedy());
  }
}
