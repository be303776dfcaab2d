package io.noetl.application.port;

import java.util.Optional;

/** The environment variables of the process. */
public interface Environment {

  /** The value of a variable; empty if it is not set. */
  Optional<String> variable(String name);

  /** No variable is set. */
  Environment EMPTY = name -> Optional.empty();
}
