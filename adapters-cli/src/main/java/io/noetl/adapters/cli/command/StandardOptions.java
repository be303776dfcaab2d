package io.noetl.adapters.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that every command has. */
public final class StandardOptions {

  /** The name of the option that shows stack traces. */
  public static final String DEBUG = "--debug";

  private StandardOptions() {}

  /** Adds them after the command's own. */
  public static void addTo(CommandSpec command) {
    command.addOption(
        OptionSpec.builder(DEBUG)
            .type(boolean.class)
            .arity("0")
            .description("Show a stack trace with an error.")
            .build());
    command.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .arity("0")
            .usageHelp(true)
            .description("Show this help and exit.")
            .build());
  }
}
