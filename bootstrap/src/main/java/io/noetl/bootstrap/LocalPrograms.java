package io.noetl.bootstrap;

import io.noetl.application.run.RunPlaybook;

/** The product's use cases with the adapters of this machine, for programs that live in the same process. */
public final class LocalPrograms {

  private LocalPrograms() {}

  /** Runs playbooks as the command line does. */
  public static RunPlaybook runPlaybook() {
    return Wiring.operations(Surroundings.ofThisProcess()).runPlaybook().get();
  }
}
