package io.noetl.bootstrap;

import io.noetl.application.port.Environment;
import java.util.Map;
import java.util.Optional;

/** The environment variables that the process was started with. */
record ProcessEnvironment(Map<String, String> variables) implements Environment {

  @Override
  public Optional<String> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }
}
