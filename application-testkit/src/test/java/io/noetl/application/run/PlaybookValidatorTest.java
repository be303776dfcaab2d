package io.noetl.application.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.application.error.InvalidRequestException;
import io.noetl.application.port.PlaybookSource.Reading;
import io.noetl.application.port.TaskRunner;
import io.noetl.application.port.TaskRunner.Preparation;
import io.noetl.application.port.TaskRunners;
import io.noetl.application.run.ValidationReport.Checked;
import io.noetl.application.run.ValidationReport.Finding;
import io.noetl.application.run.ValidationReport.Severity;
import io.noetl.application.run.ValidationReport.Unreadable;
import io.noetl.domain.playbook.Parameters;
import io.noetl.domain.playbook.Parameters.Parameter;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import io.noetl.testkit.core.PlaybookScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaybookValidatorTest {

  private static final Problem NO_MAIN = new Problem("no main", new Position(4, 2));
  private static final Problem UNREACHED = new Problem("step 'x' is never reached", new Position(3, 1));
  private static final Problem UNKNOWN = new Problem("unknown step 'y'", new Position(2, 8));

  private final Journal journal = new Journal();
  private final JournalRunner runner = new JournalRunner(journal);
  private final Map<String, Reading> readings =
      Map.of(
          "sound.yaml",
          new Reading.Sound(
              new PlaybookScript().step("start", step -> step.calls("work")).task("work").playbook(), List.of(UNREACHED)),
          "broken.yaml",
          new Reading.Broken("broken.yaml", List.of(UNKNOWN), List.of(UNREACHED)));

  private final class Runners implements TaskRunners {

    @Override
    public List<String> types() {
      return List.of("test");
    }

    @Override
    public List<TaskRunner> open(Options options) {
      journal.add("open runners for " + options.python());
      return List.of(runner);
    }
  }

  private List<ValidationReport> validate(String... files) {
    List<ValidationReport> reports = new ArrayList<>();
    new PlaybookValidator(this::read, new Runners())
        .validate(List.of(files).stream().map(Path::of).toList(), "/opt/python", reports::add);
    return reports;
  }

  private Reading read(Path file) {
    Reading reading = readings.get(file.toString());
    if (reading == null) {
      throw new InvalidRequestException("cannot read playbook " + file + ": there is no such file", "check the path");
    }
    return reading;
  }

  @Test
  void what_the_reader_and_the_runners_find_is_reported_in_the_order_of_the_file() {
    runner.preparing(task -> new Preparation.Rejected(NO_MAIN));

    assertThat(validate("sound.yaml"))
        .containsExactly(
            new Checked(
                "sound.yaml", List.of(new Finding(Severity.WARNING, UNREACHED), new Finding(Severity.ERROR, NO_MAIN))));
    assertThat(journal.text())
        .isEqualTo(
            """
            open runners for /opt/python
            prepare [work]
            close runner""");
  }

  @Test
  void a_required_parameter_that_nothing_defines_is_a_warning_at_the_call() {
    Parameters parameters =
        new Parameters.Named(
            List.of(new Parameter("start", true), new Parameter("wrok", true), new Parameter("unit", false)), false);
    runner.preparing(task -> new Preparation.Ready(parameters));

    assertThat(validate("sound.yaml"))
        .singleElement()
        .satisfies(
            report ->
                assertThat(((Checked) report).findings())
                    .extracting(finding -> finding.severity() + " " + finding.problem().message())
                    .containsExactlyInAnyOrder(
                        "WARNING step 'x' is never reached",
                        "WARNING test task 'work': nothing defines its parameter 'wrok'; did you mean 'work'?"));
  }

  @Test
  void a_broken_playbook_has_its_errors_and_warnings_and_its_tasks_are_not_looked_at() {
    assertThat(validate("broken.yaml"))
        .containsExactly(
            new Checked(
                "broken.yaml",
                List.of(new Finding(Severity.ERROR, UNKNOWN), new Finding(Severity.WARNING, UNREACHED))));
    assertThat(journal.text()).doesNotContain("prepare");
  }

  @Test
  void a_file_that_cannot_be_read_is_a_report_and_the_next_one_is_still_checked() {
    assertThat(validate("gone.yaml", "sound.yaml"))
        .containsExactly(
            new Unreadable("gone.yaml", "cannot read playbook gone.yaml: there is no such file; check the path"),
            new Checked("sound.yaml", List.of(new Finding(Severity.WARNING, UNREACHED))));
  }

  @Test
  void a_missing_interpreter_is_a_warning_at_the_first_task_that_needs_it() {
    runner.preparing(
        task -> {
          throw new InvalidRequestException("no python3 found", "install it");
        });

    assertThat(validate("sound.yaml"))
        .singleElement()
        .satisfies(
            report ->
                assertThat(((Checked) report).findings())
                    .extracting(finding -> finding.severity() + " " + finding.problem().message())
                    .containsExactlyInAnyOrder(
                        "WARNING step 'x' is never reached",
                        "WARNING test tasks are not checked: no python3 found; install it"));
  }
}
