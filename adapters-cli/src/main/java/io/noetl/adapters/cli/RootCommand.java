package io.noetl.adapters.cli;

import picocli.CommandLine.Command;

/** What {@code noetl} does without a command: it shows its help or its version. */
@Command(
    name = "noetl",
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    synopsisHeading = "Usage: ",
    customSynopsis = {"noetl COMMAND [OPTION]...", "       noetl -f FILE [RUN OPTION]..."},
    description = {
      "%nRuns YAML playbooks, records every event in a DuckDB file, and exports proven Parquet files.",
      "'noetl -f FILE ...' does the same as 'noetl run FILE ...'."
    },
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands ('noetl COMMAND --help' explains one):%n",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:success",
      "1:the playbook failed",
      "2:wrong usage, playbook or payload, or a missing interpreter; nothing ran",
      "3:an input file, an export or a verification failed",
      "4:the store cannot be opened",
      "130:interrupted"
    },
    footer = {
      "%nExamples:",
      "  noetl run weather.yaml --export data/exports/execution_data.parquet",
      "  noetl validate weather.yaml",
      "  noetl report --input data/exports/execution_data.parquet",
      "  noetl verify data/exports/execution_data.parquet",
      "  noetl executions show last",
      "  noetl query \"SELECT event_type, count(*) AS n FROM event_log GROUP BY ALL\""
    })
final class RootCommand {}
