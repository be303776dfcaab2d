package io.noetl.bootstrap;

import io.noetl.adapters.cli.NoetlCommandLine;
import io.noetl.adapters.cli.terminal.Interrupts;
import io.noetl.adapters.cli.terminal.ShutdownHookInterrupts;
import java.time.Duration;

/** The program {@code noetl}. */
public final class Main {

  /** How long an interrupted command may take to close its record and write its export. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Main() {}

  /** Runs the command that the arguments name and ends the process with its exit status. */
  public static void main(String[] arguments) {
    Surroundings surroundings = Surroundings.ofThisProcess();
    Wiring wiring = new Wiring(surroundings);
    if (arguments.length > 1) {
      wiring.warmUp(arguments[0]);
    }
    Interrupts interrupts = new ShutdownHookInterrupts(PATIENCE);
    NoetlCommandLine program = new NoetlCommandLine(wiring.operations(), surroundings.terminal(), interrupts);
    System.exit(program.execute(arguments));
  }
}
