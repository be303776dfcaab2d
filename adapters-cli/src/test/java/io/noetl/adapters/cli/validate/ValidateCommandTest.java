package io.noetl.adapters.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.noetl.adapters.cli.Console;
import io.noetl.adapters.cli.Console.Outcome;
import io.noetl.application.run.ValidatePlaybook;
import io.noetl.application.run.ValidationReport;
import io.noetl.domain.template.Position;
import io.noetl.domain.template.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

  private static final Problem ERROR = new Problem("unknown step 'fetsh'; did you mean 'fetch'?", new Position(3, 11));
  private static final Problem WARNING = new Problem("step 'lost' is never reached", new Position(12, 4));

  @Test
  void errors_and_warnings_are_lines_in_the_order_of_the_file_and_the_status_is_2() {
    Outcome outcome = finding(List.of(ERROR), List.of(WARNING)).run("validate", "flow.yaml");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                2,
                """
                flow.yaml:3:11: unknown step 'fetsh'; did you mean 'fetch'?
                flow.yaml:12:4: warning: step 'lost' is never reached
                """,
                "1 file: 1 error, 1 warning\n"));
  }

  @Test
  void warnings_alone_are_a_success() {
    Outcome outcome = finding(List.of(), List.of(WARNING)).run("validate", "flow.yaml");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                0, "flow.yaml:12:4: warning: step 'lost' is never reached\n", "1 file: 0 errors, 1 warning\n"));
  }

  @Test
  void sound_playbooks_are_told_on_stderr_alone() {
    Outcome outcome = finding(List.of(), List.of()).run("validate", "a.yaml", "b.yaml");

    assertThat(outcome).isEqualTo(new Outcome(0, "", "2 files: no problems\n"));
  }

  @Test
  void a_file_that_cannot_be_read_is_a_line_on_stderr_and_the_others_are_still_checked() {
    ValidatePlaybook validate =
        (files, python, reports) -> {
          reports.accept(new ValidationReport.Unreadable("gone.yaml", "cannot read playbook gone.yaml; check the path"));
          reports.accept(ValidationReport.Checked.of("flow.yaml", List.of(ERROR), List.of()));
        };

    Outcome outcome = new Console().validating(validate).run("validate", "gone.yaml", "flow.yaml");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                2,
                "flow.yaml:3:11: unknown step 'fetsh'; did you mean 'fetch'?\n",
                """
                noetl: cannot read playbook gone.yaml; check the path
                2 files: 2 errors, 0 warnings
                """));
  }

  @Test
  void json_is_one_document_of_all_files() {
    ValidatePlaybook validate =
        (files, python, reports) -> {
          reports.accept(new ValidationReport.Unreadable("gone.yaml", "cannot read playbook gone.yaml; check the path"));
          reports.accept(ValidationReport.Checked.of("flow.yaml", List.of(), List.of(WARNING)));
        };

    Outcome outcome =
        new Console().validating(validate).run("validate", "--format", "json", "gone.yaml", "flow.yaml");

    assertThat(outcome)
        .isEqualTo(
            new Outcome(
                2,
                """
                {
                  "files": [
                    {
                      "file": "gone.yaml",
                      "problems": [
                        {
                          "severity": "error",
                          "line": null,
                          "column": null,
                          "message": "cannot read playbook gone.yaml; check the path"
                        }
                      ]
                    },
                    {
                      "file": "flow.yaml",
                      "problems": [
                        {
                          "severity": "warning",
                          "line": 12,
                          "column": 4,
                          "message": "step 'lost' is never reached"
                        }
                      ]
                    }
                  ],
                  "errors": 1,
                  "warnings": 1
                }
                """,
                "2 files: 1 error, 1 warning\n"));
  }

  @Test
  void a_terminal_shows_the_place_with_a_caret(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), "workflow:\n  - step: start\n    next: fetsh\n");
    ValidatePlaybook validate =
        (files, python, reports) ->
            reports.accept(ValidationReport.Checked.of(file.toString(), List.of(ERROR), List.of()));

    Outcome outcome = new Console().onATerminal(false).validating(validate).run("validate", file.toString());

    assertThat(outcome.out())
        .isEqualTo(
            file
                + """
                :3:11: unknown step 'fetsh'; did you mean 'fetch'?
                  3 |     next: fetsh
                    |           ^
                """);
  }

  @Test
  void colours_mark_warnings_and_carets_only_where_they_are_welcome(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f.yaml"), "a: b\n");
    Problem doubt = new Problem("unknown key 'a'", new Position(1, 1));
    ValidatePlaybook validate =
        (files, python, reports) ->
            reports.accept(ValidationReport.Checked.of(file.toString(), List.of(), List.of(doubt)));

    Outcome outcome = new Console().onATerminal(true).validating(validate).run("validate", file.toString());

    assertThat(outcome.out())
        .isEqualTo(
            file
                + ":1:1: \u001b[33mwarning:\u001b[0m unknown key 'a'\n"
                + "\u001b[2m  1 | \u001b[0ma: b\n"
                + "\u001b[2m    | \u001b[0m\u001b[33m^\u001b[0m\n");
  }

  @Test
  void the_files_and_the_interpreter_are_handed_on() {
    ValidatePlaybook validate =
        (files, python, reports) -> {
          assertThat(files).containsExactly(Path.of("a.yaml"), Path.of("b.yaml"));
          assertThat(python).isEqualTo("/opt/python");
        };

    assertThat(new Console().validating(validate).run("validate", "--python", "/opt/python", "a.yaml", "b.yaml").err())
        .isEqualTo("0 files: no problems\n");
  }

  @Test
  void without_a_file_the_usage_is_wrong() {
    Outcome outcome = new Console().run("validate");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("noetl: missing required parameter: 'FILE'; see 'noetl validate --help'\n");
  }

  private static Console finding(List<Problem> errors, List<Problem> warnings) {
    ValidatePlaybook validate =
        (files, python, reports) ->
            files.forEach(file -> reports.accept(ValidationReport.Checked.of(file.toString(), errors, warnings)));
    return new Console().validating(validate);
  }
}
