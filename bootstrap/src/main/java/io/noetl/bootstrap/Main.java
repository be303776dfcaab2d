package io.noetl.bootstrap;

import io.noetl.adapters.cli.NoetlCommandLine;
import io.noetl.adapters.cli.terminal.Interrupts;
import io.noetl.adapters.cli.terminal.ShutdownHookInterrupts;

/** The program {@code noetl}. */
public final class Main {

  private Main() {}

  /** Runs the command that the arguments name and ends the process with its exit status. */
  public static void main(String[] arguments) {
    Surroundings surroundings = Surroundings.ofThisProcess();
    Interrupts interrupts = new ShutdownHookInterrupts();
    NoetlCommandLine program =
        new NoetlCommandLine(Wiring.operations(surroundings), surroundings.terminal(), interrupts);
    System.exit(program.execute(arguments));
  }
}
