package io.noetl.application.run;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PayloadSource;
import io.noetl.application.port.PlaybookSource;
import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.application.port.TaskRunner;
import io.noetl.domain.playbook.Playbook;
import io.noetl.domain.playbook.ValueTemplate.Fields;
import io.noetl.domain.template.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that is found out about a playbook before anything runs. */
final class PlaybookPreparation {

  private final PlaybookSource playbooks;
  private final PayloadSource payloads;

  PlaybookPreparation(PlaybookSource playbooks, PayloadSource payloads) {
    this.playbooks = playbooks;
    this.payloads = payloads;
  }

  /** The sound playbook with its warnings. */
  Reading.Sound read(Path file) {
    return switch (playbooks.read(file)) {
      case Reading.Sound sound -> sound;
      case Reading.Broken broken -> throw refused(broken);
    };
  }

  /** The playbook with the payload over its workload. */
  Playbook withPayload(Playbook playbook, RunRequest.Payload payload) {
    Fields workload = playbook.workload();
    if (payload.file() != null) {
      workload = PayloadMerge.over(workload, payloads.file(payload.file()), payload.merge());
    }
    if (payload.json() != null) {
      workload = PayloadMerge.over(workload, payloads.json("--payload", payload.json()), payload.merge());
    }
    for (String text : payload.assignments()) {
      Assignment assignment = Assignment.of(text);
      workload = assignment.in(workload, payloads.scalar("--set " + text, assignment.text()));
    }
    return playbook.withWorkload(workload);
  }

  /** The playbook with the parameters that the runners found for its tasks. */
  Playbook withParameters(Playbook playbook, Map<String, TaskRunner> runners, SubPlaybooks called) {
    TaskPreparation preparation = new TaskPreparation(playbook, runners, called);
    preparation.prepareAll();
    if (!preparation.problems().isEmpty()) {
      throw refused(playbook.file(), preparation.problems());
    }
    return preparation.prepared();
  }

  /** The errors, and the warnings with them: all that there is to mend. */
  private static InvalidRequestException refused(Reading.Broken broken) {
    List<Problem> all = new ArrayList<>(broken.errors());
    for (Problem warning : broken.warnings()) {
      all.add(new Problem("warning: " + warning.message(), warning.position()));
    }
    return refused(broken.file(), all);
  }

  private static InvalidRequestException refused(String file, List<Problem> problems) {
    String message =
        problems.stream()
            .sorted(Problem.IN_FILE_ORDER)
            .map(problem -> file + ":" + problem.position() + ": " + problem.message())
            .collect(Collectors.joining("\n"));
    return new InvalidRequestException(message, "");
  }
}
