package io.noetl.application.port;

import io.noetl.domain.value.Value;
import io.noetl.domain.value.Value.MapValue;
import java.nio.file.Path;

/**
 * Reads the values that a run is given beside its playbook. They are data: nothing in them is a template. Every method
 * throws {@link io.noetl.application.error.InvalidRequestException} with the place of the mistake.
 */
public interface PayloadSource {

  /** The map in a JSON or YAML file. */
  MapValue file(Path file);

  /** The map in a JSON text; {@code origin} names it in messages. */
  MapValue json(String origin, String text);

  /** A YAML scalar or flow collection: {@code 5}, {@code yes}, {@code [a, b]}. */
  Value scalar(String origin, String text);
}
