package io.noetl.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {

  @Test
  void the_version_is_the_one_of_the_build() {
    assertThat(new Console().run("--version")).isEqualTo(new Console.Outcome(0, "noetl 0.1.0\n", ""));
    assertThat(new Console().run("-V")).isEqualTo(new Console.Outcome(0, "noetl 0.1.0\n", ""));
  }

  @Test
  void the_help_lists_the_commands() {
    assertThat(new Console().run("--help"))
        .isEqualTo(
            new Console.Outcome(
                0,
                """
                Usage: noetl COMMAND [OPTION]...
                       noetl -f FILE [RUN OPTION]...

                Runs YAML playbooks, records every event in a DuckDB file, and exports proven Parquet files.
                'noetl -f FILE ...' does the same as 'noetl run FILE ...'.

                Options:
                  -h, --help      Show this help message and exit.
                  -V, --version   Print version information and exit.

                Commands ('noetl COMMAND --help' explains one):
                  run         Run a playbook, record its events, and print its results.
                  validate    Check playbooks without running them.
                  export      Export executions of the store to Parquet files.
                  verify      Prove Parquet files good, or say what is wrong with them.
                  executions  List the executions of the store, the latest started first.
                  query       Run one read-only SQL statement on the store or on a Parquet file.
                  report      Understand recorded executions: tables, plots, and pages to send to a colleague.
                  doctor      Check what a run needs, and say how to mend what is missing.
                  render      Print what a template yields, to try things out.
                  completion  Print a script that makes a shell complete noetl's commands and options.

                Exit status:
                  0     success
                  1     the playbook failed
                  2     wrong usage, playbook or payload, or a missing interpreter; nothing ran
                  3     an input file, an export or a verification failed
                  4     the store cannot be opened
                  130   interrupted

                Examples:
                  noetl run weather.yaml --export data/exports/execution_data.parquet
                  noetl validate weather.yaml
                  noetl report --input data/exports/execution_data.parquet
                  noetl verify data/exports/execution_data.parquet
                  noetl executions show last
                  noetl query "SELECT event_type, count(*) AS n FROM event_log GROUP BY ALL"
                """,
                ""));
  }

  @Test
  void without_arguments_the_help_is_a_complaint() {
    Console.Outcome outcome = new Console().run();

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("Usage: noetl COMMAND [OPTION]...\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "run --help",
        "validate --help",
        "export --help",
        "verify --help",
        "executions --help",
        "executions show --help",
        "executions prune --help",
        "query --help",
        "render --help",
        "completion --help"
      })
  void every_help_ends_with_aligned_examples_and_fits_a_hundred_columns(String arguments) {
    Console.Outcome outcome = new Console().run(arguments.split(" "));

    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    List<String> lines = outcome.out().lines().toList();
    assertThat(lines).allMatch(line -> line.length() <= 100);
    List<String> examples = lines.subList(lines.indexOf("Examples:") + 1, lines.size());
    assertThat(examples).isNotEmpty().allMatch(line -> line.matches(" {2}(noetl|source <\\(noetl) .*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "executions", "executions show", "query", "render"})
  void help_before_a_command_is_the_help_of_the_command(String command) {
    Console.Outcome outcome = new Console().run(("help " + command).split(" "));

    assertThat(outcome).isEqualTo(new Console().run((command + " --help").split(" ")));
    assertThat(outcome.out()).contains("Usage: noetl " + command + " ");
  }

  @Test
  void help_is_coloured_only_on_a_terminal_that_welcomes_colours() {
    assertThat(new Console().onATerminal(true).run("--help").out()).contains("\u001b[");
    assertThat(new Console().onATerminal(false).run("--help").out()).doesNotContain("\u001b[");
  }
}
